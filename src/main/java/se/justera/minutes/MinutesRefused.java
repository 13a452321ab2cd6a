package se.justera.minutes;

/** Minutes refuse what was asked of them; nothing has changed. The cause decides the HTTP status. */
public abstract class MinutesRefused extends RuntimeException {

    MinutesRefused(String message) {
        super(message);
    }

    /** There is no such thing in this association: 404. */
    public static class Unknown extends MinutesRefused {
        public Unknown(String what) {
            super("there is no such " + what);
        }
    }

    /** Not in this state, or already done: 409. */
    public static class WrongState extends MinutesRefused {
        private final MinutesState state;

        public WrongState(MinutesState state, String verb) {
            super("minutes in state " + state + " refuse to " + verb);
            this.state = state;
        }

        public MinutesState state() {
            return state;
        }
    }

    /** This person has done it already, or may not do it now: 409. */
    public static class AlreadyDone extends MinutesRefused {
        public AlreadyDone(String what) {
            super(what + " has been done already");
        }
    }

    /** Somebody else has changed the minutes since they were read: 412. */
    public static class Stale extends MinutesRefused {
        public Stale(long expected, long actual) {
            super("expected version " + expected + " but the minutes are at version " + actual);
        }
    }

    /** The person may not do this: 403. */
    public static class NotTheirs extends MinutesRefused {
        public NotTheirs(String verb) {
            super("this person may not " + verb);
        }
    }

    /** A word is missing or wrong: 422. */
    public static class Wanting extends MinutesRefused {
        private final String at;

        /** @param at JSON pointer into the request */
        public Wanting(String at, String what) {
            super(what);
            this.at = at;
        }

        public String at() {
            return at;
        }
    }
}
