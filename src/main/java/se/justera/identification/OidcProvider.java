package se.justera.identification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One OpenID Connect provider.
 *
 * @param name as people know it: "BankID"
 * @param level what its identifications count for, given that {@code acr} and {@code amr} are as required
 * @param acr one of these must be the answer's {@code acr}; any will do if none is named
 * @param amr all of these must be in the answer's {@code amr}
 * @param match what of the answer must be the participant's
 * @param claim where that stands; by default {@code name}, {@code email} (which must be verified) or OIDC Sweden's
 *     personal identity number
 * @param personalNumberClaim where the provider tells the person's personal number, if that is to be had for the
 *     certificate; by default it is not asked for
 * @param maxAge the person must have been identified by the provider no longer ago
 * @param timeout for each call to the provider
 */
record OidcProvider(
        @NotBlank String name,
        @NotNull URI issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("substantial") Level level,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue List<String> acr,
        @DefaultValue List<String> amr,
        @DefaultValue("email") Match match,
        @Nullable String claim,
        @Nullable String personalNumberClaim,

        @DefaultValue("5m") @DurationMin(seconds = 0) @DurationMax(hours = 12)
        Duration maxAge,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration timeout) {

    /** What of an answer says that it is about the participant. */
    enum Match {
        EMAIL("email"),
        NAME("name"),
        PERSONAL_NUMBER("https://id.oidc.se/claim/personalIdentityNumber");

        private final String claim;

        Match(String claim) {
            this.claim = claim;
        }
    }

    OidcProvider {
        scopes = List.copyOf(scopes);
        acr = List.copyOf(acr);
        amr = List.copyOf(amr);
        if (issuer != null && !isSafe(issuer)) {
            throw new IllegalArgumentException("justera.identification.oidc: the issuer " + issuer
                    + " must be an https address; whoever listens in could sign in anybody's name");
        }
    }

    String matchingClaim() {
        return claim == null || claim.isBlank() ? match.claim : claim;
    }

    /** Every claim that an answer is asked for. */
    List<String> claims() {
        return personalNumberClaim == null ? List.of(matchingClaim()) : List.of(matchingClaim(), personalNumberClaim);
    }

    private static boolean isSafe(URI issuer) {
        boolean here = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
        return "https".equals(issuer.getScheme()) || ("http".equals(issuer.getScheme()) && here);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "OidcProvider[" + name + ", " + issuer + "]";
    }
}
