package se.justera.validation;

/** What was named as trusted cannot be used; the message is one sentence that says why. */
public final class TrustUnusable extends RuntimeException {

    TrustUnusable(String message) {
        super(message);
    }

    TrustUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
