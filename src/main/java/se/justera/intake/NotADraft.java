package se.justera.intake;

/** Nothing can be made of the file; the message says why in the reader's language. */
public class NotADraft extends RuntimeException {

    public NotADraft(String message) {
        super(message);
    }

    public NotADraft(String message, Throwable cause) {
        super(message, cause);
    }
}
