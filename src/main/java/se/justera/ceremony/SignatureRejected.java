package se.justera.ceremony;

import se.justera.kernel.Sha256;
import se.justera.validation.ValidationResult;

/** Our own validation would reject what we have just made: it was not stored, but the report on it was. */
public class SignatureRejected extends RuntimeException {

    public SignatureRejected(ValidationResult result, Sha256 report) {
        super("Our own validation says %s: %s Nothing was stored; the report is kept as evidence, SHA-256 %s."
                .formatted(result.verdict(), result.reason(), report.hex()));
    }
}
