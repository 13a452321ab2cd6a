package se.justera.ceremony;

import se.justera.validation.ValidationResult;

/** Our own validation would reject what we have just made: nothing was stored. */
public class SignatureRejected extends RuntimeException {

    public SignatureRejected(ValidationResult result) {
        super("our own validation says " + result.verdict() + ": " + result.reason());
    }
}
