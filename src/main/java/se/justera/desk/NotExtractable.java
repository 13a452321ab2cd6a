package se.justera.desk;

import org.jspecify.annotations.Nullable;

/** The minutes have not what an extract was wanted of: 422. */
public abstract class NotExtractable extends RuntimeException {

    private final String at;
    private final String wanted;

    private NotExtractable(String message, String at, @Nullable Integer wanted) {
        super(message);
        this.at = at;
        this.wanted = String.valueOf(wanted);
    }

    /** JSON pointer into the request. */
    String at() {
        return at;
    }

    /** What was wanted, as written. */
    String wanted() {
        return wanted;
    }

    /** The end of its message keys. */
    abstract String code();

    /** No matter was chosen. */
    static final class Nothing extends NotExtractable {
        Nothing() {
            super("no matter was chosen", "/items", null);
        }

        @Override
        String code() {
            return "nothing-chosen";
        }
    }

    /** No matter has this number. */
    static final class NoSuchNumber extends NotExtractable {
        NoSuchNumber(String at, @Nullable Integer number) {
            super("no matter has this number", at, number);
        }

        @Override
        String code() {
            return "no-such-number";
        }
    }

    /** No matter stands at this place. */
    static final class NoSuchPlace extends NotExtractable {
        NoSuchPlace(String at, @Nullable Integer position) {
            super("no matter stands at this place", at, position);
        }

        @Override
        String code() {
            return "no-such-place";
        }
    }
}
