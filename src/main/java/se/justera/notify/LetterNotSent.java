package se.justera.notify;

/** The mail server did not take a letter. The message names neither the address nor the text. */
public class LetterNotSent extends RuntimeException {

    public LetterNotSent(String message, Throwable cause) {
        super(message, cause);
    }
}
