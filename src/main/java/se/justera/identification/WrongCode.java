package se.justera.identification;

/** Not the code that was sent, or no longer. */
public class WrongCode extends RuntimeException {

    public WrongCode() {
        super("this is not the code that was sent");
    }
}
