package se.justera.identification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a person has been identified.
 *
 * @param method {@code mail-code}, {@code passkey} or {@code oidc:} and the provider's name in the settings
 * @param methodLabel the method as people know it, in Swedish
 * @param levelOfAssurance {@code low}, {@code substantial} or {@code high} (eIDAS art. 8)
 * @param by who identified the person; null where this service did
 * @param evidence what the method gave as proof, fit to be published: no names, numbers or secrets
 * @param personalNumber twelve digits, where the provider's settings name the claim that tells it; else null
 */
public record Identification(
        String method,
        String methodLabel,
        String levelOfAssurance,
        @Nullable String by,
        String evidence,
        Instant at,
        @Nullable String personalNumber) {

    Identification(
            String method,
            String methodLabel,
            String levelOfAssurance,
            @Nullable String by,
            String evidence,
            Instant at) {
        this(method, methodLabel, levelOfAssurance, by, evidence, at, null);
    }

    public Level level() {
        return Level.of(levelOfAssurance);
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "Identification[" + method + ", " + levelOfAssurance + ", " + at + "]";
    }
}
