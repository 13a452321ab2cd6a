package se.justera.ceremony;

/** So many sign the same minutes just now that this person's turn did not come in time; nothing was done. */
public class SigningBusy extends RuntimeException {

    public SigningBusy() {
        super("too many people sign these minutes at this moment");
    }
}
