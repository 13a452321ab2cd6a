package se.justera.trust;

/** A key, certificate or trust anchor cannot be used. The message says which and how to mend it. */
public class KeysUnusable extends RuntimeException {

    public KeysUnusable(String message) {
        super(message);
    }

    public KeysUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
