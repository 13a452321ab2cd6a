package se.justera.identification;

import java.time.Instant;

/** Too many wrong codes or too many mails: nothing happens before {@link #until}. */
public class TooManyTries extends RuntimeException {

    private final Instant until;

    public TooManyTries(Instant until) {
        super("too many tries");
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
