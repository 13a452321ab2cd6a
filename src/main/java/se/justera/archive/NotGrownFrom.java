package se.justera.archive;

/** A revision that is not its predecessor plus an incremental update: never stored. */
public class NotGrownFrom extends RuntimeException {

    public NotGrownFrom() {
        super("the revision does not start with the bytes of its predecessor");
    }
}
