package se.justera.identification;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import se.justera.access.PublicAddress;

/**
 * OpenID Connect Core 1.0 with the authorization code flow and PKCE (RFC 7636). State, nonce and code verifier are
 * derived from the browser's secret, so that an answer is worth nothing in any other browser, and none of them is stored.
 */
final class OidcMethod implements IdentificationMethod {

    static final String PREFIX = "oidc:";

    private static final ResponseType CODE = ResponseType.CODE;

    private final String shortName;
    private final OidcProvider provider;
    private final OidcCalls calls;
    private final OpenRounds rounds;
    private final PersonNumbers numbers;
    private final PublicAddress address;
    private final SecureRandom random;
    private final Clock clock;

    OidcMethod(
            String shortName,
            OidcProvider provider,
            OidcCalls calls,
            OpenRounds rounds,
            PersonNumbers numbers,
            PublicAddress address,
            SecureRandom random,
            Clock clock) {
        this.shortName = shortName;
        this.provider = provider;
        this.calls = calls;
        this.rounds = rounds;
        this.numbers = numbers;
        this.address = address;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Offer offer() {
        return new Offer(PREFIX + shortName, provider.name(), Offer.Kind.ELSEWHERE, provider.level());
    }

    @Override
    public boolean isOpenTo(Claimant person) {
        return true;
    }

    @Override
    public Begun begin(Claimant person, Browser browser) {
        OIDCProviderMetadata metadata = calls.metadata();
        var attempt = OidcAttempt.begun(browser, random);
        rounds.open(attempt.state(), person, browser, offer().method());
        var request = new AuthenticationRequest.Builder(
                        CODE, new Scope(provider.scopes().toArray(String[]::new)), clientId(), redirectUri())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .maxAge(Math.toIntExact(provider.maxAge().toSeconds()));
        if (!provider.acr().isEmpty()) {
            request.acrValues(provider.acr().stream().map(ACR::new).toList());
        }
        return Begun.at(request.build().toURI(), attempt.state());
    }

    @Override
    public Identification complete(Claimant person, Browser browser, Map<String, String> claimedAnswer) {
        String state = claimedAnswer.getOrDefault("state", "");
        rounds.take(state, person, browser, offer().method());
        refuseErrors(claimedAnswer);
        var attempt = OidcAttempt.answered(browser, state);
        OidcAnswer answer = calls.redeem(
                new AuthorizationCode(claimedAnswer.getOrDefault("code", "")),
                redirectUri(),
                new CodeVerifier(attempt.verifier()),
                new Nonce(attempt.nonce()));
        answer.requireStrength(provider, clock.instant());
        requirePerson(answer, person);
        return new Identification(
                offer().method(),
                provider.name(),
                provider.level().named(),
                provider.issuer().toString(),
                answer.evidence(),
                clock.instant(),
                personalNumber(answer));
    }

    private @Nullable String personalNumber(OidcAnswer answer) {
        return Optional.ofNullable(provider.personalNumberClaim())
                .flatMap(answer::claim)
                .flatMap(PersonNumbers::twelveDigits)
                .orElse(null);
    }

    private void refuseErrors(Map<String, String> claimedAnswer) {
        String error = claimedAnswer.getOrDefault("error", "");
        if (error.equals("access_denied")) {
            throw new IdentificationRefused.BrokenOff();
        }
        if (!error.isEmpty()) {
            throw new IdentificationRefused.Untrue("the provider answers with an error");
        }
        if (claimedAnswer.getOrDefault("code", "").isEmpty()) {
            throw new IdentificationRefused.Untrue("there is no code");
        }
        // RFC 9207: who answers must be who was asked
        String issuer = claimedAnswer.getOrDefault("iss", "");
        boolean saysSo = calls.metadata().supportsAuthorizationResponseIssuerParam();
        if ((saysSo || !issuer.isEmpty()) && !issuer.equals(provider.issuer().toString())) {
            throw new IdentificationRefused.Untrue("another provider answers");
        }
    }

    private void requirePerson(OidcAnswer answer, Claimant person) {
        BiPredicate<Claimant, String> same = switch (provider.match()) {
            case EMAIL -> (p, claimed) -> answer.emailIsVerified() && SamePerson.byEmail(p.email(), claimed);
            case NAME -> (p, claimed) -> SamePerson.byName(p.name(), claimed);
            case PERSONAL_NUMBER -> (p, claimed) -> numbers.isOf(p.tenant(), p.name(), claimed);
        };
        boolean theirs = answer.claim(provider.matchingClaim())
                .filter(claimed -> same.test(person, claimed))
                .isPresent();
        if (!theirs) {
            throw new IdentificationRefused.AnotherPerson();
        }
    }

    private ClientID clientId() {
        return new ClientID(provider.clientId());
    }

    private URI redirectUri() {
        return address.of("/task/oidc/return/" + shortName);
    }
}
