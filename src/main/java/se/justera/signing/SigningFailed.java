package se.justera.signing;

/** A signature, seal or time-stamp could not be made; nothing was stored. The message is fit for an operator. */
public class SigningFailed extends RuntimeException {

    public SigningFailed(String message) {
        super(message);
    }

    public SigningFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
