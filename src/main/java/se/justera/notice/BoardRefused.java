package se.justera.notice;

/** A notice board or an office cannot be as somebody typed it; nothing has changed. */
public abstract class BoardRefused extends RuntimeException {

    BoardRefused(String message) {
        super(message);
    }

    /** Without a name nobody finds it. */
    public static final class Nameless extends BoardRefused {
        Nameless() {
            super("a notice board has a name of 1 to 200 characters");
        }
    }

    /** Two of one name cannot be told apart. */
    public static final class Known extends BoardRefused {
        Known() {
            super("there is a notice board of this name");
        }
    }

    /** What a reader would follow leads nowhere. */
    public static final class NoAddress extends BoardRefused {
        NoAddress() {
            super("the address of a notice board begins with https:// or http://");
        }
    }

    /** The notice has to say where the minutes are kept. */
    public static final class Nowhere extends BoardRefused {
        Nowhere() {
            super("say in 1 to 300 characters where the minutes are kept");
        }
    }

    /** The registrar's mail address is none. */
    public static final class Unreachable extends BoardRefused {
        Unreachable() {
            super("this is no mail address");
        }
    }
}
