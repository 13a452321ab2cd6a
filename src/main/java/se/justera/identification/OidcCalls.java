package se.justera.identification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of a provider over the network, with time-outs. What it says about itself is kept once it has said it. */
class OidcCalls {

    /** Public keys only: neither {@code none}, nor a secret that the two of us share. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int SKEW_SECONDS = 30;
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final OidcProvider provider;
    private final int timeout;
    private @Nullable OIDCProviderMetadata metadata;
    private @Nullable IDTokenValidator validator;

    OidcCalls(OidcProvider provider) {
        this.provider = provider;
        this.timeout = Math.toIntExact(provider.timeout().toMillis());
    }

    /** @throws IdentificationRefused.ProviderSilent if it cannot be had */
    synchronized OIDCProviderMetadata metadata() {
        if (metadata == null) {
            try {
                metadata = OIDCProviderMetadata.resolve(new Issuer(provider.issuer()), timeout, timeout);
            } catch (GeneralException | IOException e) {
                throw silent(e);
            }
        }
        return metadata;
    }

    /** Exchanges the code for an ID token that is right for this attempt. */
    OidcAnswer redeem(AuthorizationCode code, URI redirectUri, CodeVerifier verifier, Nonce nonce) {
        OIDCTokens tokens = tokens(code, redirectUri, verifier);
        IDTokenClaimsSet claims = verified(tokens.getIDToken(), nonce);
        Map<String, Object> more = Map.of();
        boolean lacking = provider.claims().stream().anyMatch(claim -> claims.getClaim(claim) == null);
        if (lacking && metadata().getUserInfoEndpointURI() != null) {
            more = userInfo(tokens.getAccessToken(), claims);
        }
        return new OidcAnswer(tokens.getIDToken(), claims, more);
    }

    private OIDCTokens tokens(AuthorizationCode code, URI redirectUri, CodeVerifier verifier) {
        var client = new ClientSecretBasic(new ClientID(provider.clientId()), new Secret(provider.clientSecret()));
        HTTPResponse response = send(new TokenRequest.Builder(
                        metadata().getTokenEndpointURI(),
                        client,
                        new AuthorizationCodeGrant(code, redirectUri, verifier))
                .build()
                .toHTTPRequest());
        if (response.getStatusCode() >= 500) {
            throw silent(new IOException("HTTP " + response.getStatusCode()));
        }
        if (!response.indicatesSuccess()) {
            throw new IdentificationRefused.Untrue("the provider does not take the code");
        }
        try {
            OIDCTokens tokens = OIDCTokenResponse.parse(response).getOIDCTokens();
            if (tokens.getIDToken() == null) {
                throw new IdentificationRefused.Untrue("there is no ID token");
            }
            return tokens;
        } catch (ParseException e) {
            throw new IdentificationRefused.Untrue("the provider's answer cannot be read", e);
        }
    }

    private IDTokenClaimsSet verified(JWT claimed, Nonce nonce) {
        try {
            return validator().validate(claimed, nonce);
        } catch (KeySourceException e) {
            throw silent(e);
        } catch (BadJOSEException | JOSEException e) {
            throw new IdentificationRefused.Untrue(String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, Object> userInfo(AccessToken access, IDTokenClaimsSet claims) {
        try {
            UserInfoResponse response = UserInfoResponse.parse(
                    send(new UserInfoRequest(metadata().getUserInfoEndpointURI(), access).toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                throw new IdentificationRefused.Untrue("the provider does not say who it is");
            }
            var info = response.toSuccessResponse().getUserInfo();
            // OpenID Connect Core 1.0, 5.3.2: it may be about somebody else
            if (info == null || !claims.getSubject().equals(info.getSubject())) {
                throw new IdentificationRefused.Untrue("the userinfo is about another subject, or signed");
            }
            return info.toJSONObject();
        } catch (ParseException e) {
            throw new IdentificationRefused.Untrue("the provider's answer cannot be read", e);
        }
    }

    private HTTPResponse send(HTTPRequest request) {
        request.setConnectTimeout(timeout);
        request.setReadTimeout(timeout);
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private synchronized IDTokenValidator validator() {
        if (validator == null) {
            validator = new IDTokenValidator(
                    new Issuer(provider.issuer()),
                    new ClientID(provider.clientId()),
                    new JWSVerificationKeySelector<>(ALGORITHMS, keys()),
                    null);
            validator.setMaxClockSkew(SKEW_SECONDS);
        }
        return validator;
    }

    private JWKSource<SecurityContext> keys() {
        try {
            return JWKSourceBuilder.create(
                            metadata().getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(timeout, timeout, LARGEST_ANSWER))
                    .build();
        } catch (MalformedURLException e) {
            throw silent(e);
        }
    }

    private IdentificationRefused.ProviderSilent silent(Exception cause) {
        return new IdentificationRefused.ProviderSilent(provider.name(), cause);
    }
}
