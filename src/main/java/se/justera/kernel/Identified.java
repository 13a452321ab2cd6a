package se.justera.kernel;

import java.time.Instant;

/**
 * How a person was identified, as the certificate says it (AuthContextExtension, RFC 7773).
 *
 * @param method e.g. {@code mail-code}
 * @param methodLabel the method as people know it, in Swedish
 * @param levelOfAssurance {@code low}, {@code substantial} or {@code high} (eIDAS art. 8)
 * @param by who identified the person: the service's address, or the identity provider's
 * @param evidence what proves it, fit to be published; may be empty
 * @param at when
 */
public record Identified(
        String method, String methodLabel, String levelOfAssurance, String by, String evidence, Instant at) {

    public Identified(String method, String levelOfAssurance, String by, Instant at) {
        this(method, method, levelOfAssurance, by, "", at);
    }
}
