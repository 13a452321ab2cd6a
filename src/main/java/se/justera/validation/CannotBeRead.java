package se.justera.validation;

/** The file ends the validation early; it is answered with {@link Verdict#UNREADABLE}. */
final class CannotBeRead extends Exception {

    private final Unreadable why;

    CannotBeRead(Unreadable why) {
        super(why.name());
        this.why = why;
    }

    Unreadable why() {
        return why;
    }
}
