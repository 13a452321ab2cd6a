package se.justera.validation;

/** The file ends the validation early; it is answered with {@link Verdict#UNREADABLE}. */
public final class CannotBeRead extends Exception {

    private final Unreadable why;

    public CannotBeRead(Unreadable why) {
        super(why.name());
        this.why = why;
    }

    public Unreadable why() {
        return why;
    }
}
