package se.justera.identification;

/** The mail with the code could not be sent: try again later. */
public class CodeNotSent extends RuntimeException {

    public CodeNotSent(Throwable cause) {
        super("the mail with the code could not be sent", cause);
    }
}
