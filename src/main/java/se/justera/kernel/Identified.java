package se.justera.kernel;

import java.time.Instant;

/**
 * How a person was identified, as the certificate says it (AuthContextExtension, RFC 7773).
 *
 * @param method e.g. {@code mail-code}
 * @param levelOfAssurance {@code low}, {@code substantial} or {@code high} (eIDAS art. 8)
 * @param by who identified the person: the service's address
 * @param at when
 */
public record Identified(String method, String levelOfAssurance, String by, Instant at) {}
