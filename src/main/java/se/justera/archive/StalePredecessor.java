package se.justera.archive;

/** Somebody else's revision came first. */
public class StalePredecessor extends RuntimeException {

    public StalePredecessor() {
        super("another revision has been stored meanwhile");
    }
}
