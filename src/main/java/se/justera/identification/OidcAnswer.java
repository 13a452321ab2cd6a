package se.justera.identification;

import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.justera.kernel.Sha256;

/**
 * An ID token whose signature, issuer, audience, nonce and times are right, and what the provider says besides.
 *
 * @param more claims from the userinfo endpoint, about the same subject
 */
record OidcAnswer(JWT token, IDTokenClaimsSet claims, Map<String, Object> more) {

    private static final Duration SKEW = Duration.ofMinutes(1);

    Optional<String> claim(String name) {
        Object value = claims.getClaim(name) == null ? more.get(name) : claims.getClaim(name);
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    boolean emailIsVerified() {
        Object verified =
                claims.getClaim("email") == null ? more.get("email_verified") : claims.getClaim("email_verified");
        return Boolean.TRUE.equals(verified) || "true".equals(verified);
    }

    void requireStrength(OidcProvider provider, Instant now) {
        String acr = acr();
        if (!provider.acr().isEmpty() && !provider.acr().contains(acr)) {
            throw new IdentificationRefused.TooWeak("acr is " + (acr.isEmpty() ? "missing" : acr));
        }
        if (!amr().containsAll(provider.amr())) {
            throw new IdentificationRefused.TooWeak("amr is " + amr());
        }
        Date authenticated = claims.getAuthenticationTime();
        Instant oldest = now.minus(provider.maxAge()).minus(SKEW);
        if (authenticated == null || authenticated.toInstant().isBefore(oldest)) {
            throw new IdentificationRefused.TooWeak("auth_time is missing or too old");
        }
    }

    /** Fit to be published: the token's hash proves which token it was to whoever has it, and says nothing else. */
    String evidence() {
        List<String> parts = new ArrayList<>();
        if (!acr().isEmpty()) {
            parts.add("acr=" + acr());
        }
        if (!amr().isEmpty()) {
            parts.add("amr=" + String.join(",", amr()));
        }
        parts.add("auth_time=" + claims.getAuthenticationTime().toInstant());
        parts.add("id_token_sha256=" + Sha256.of(token.getParsedString().getBytes(StandardCharsets.US_ASCII)));
        return String.join("; ", parts);
    }

    private String acr() {
        // the library's own getter throws for an empty one
        String claimed = claims.getStringClaim(IDTokenClaimsSet.ACR_CLAIM_NAME);
        return claimed == null ? "" : claimed;
    }

    private List<String> amr() {
        return claims.getAMR() == null
                ? List.of()
                : claims.getAMR().stream().map(amr -> amr.getValue()).toList();
    }
}
