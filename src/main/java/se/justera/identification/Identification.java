package se.justera.identification;

import java.time.Instant;

/**
 * The fact that a person has been identified.
 *
 * @param method {@code mail-code}
 * @param levelOfAssurance {@code low}, {@code substantial} or {@code high} (eIDAS art. 8)
 */
public record Identification(String method, String levelOfAssurance, Instant at) {}
