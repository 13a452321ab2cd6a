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
 */
public record Identification(
        String method,
        String methodLabel,
        String levelOfAssurance,
        @Nullable String by,
        String evidence,
        Instant at) {

    public Level level() {
        return Level.of(levelOfAssurance);
    }
}
