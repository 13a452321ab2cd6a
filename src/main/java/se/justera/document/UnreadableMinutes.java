package se.justera.document;

import org.jspecify.annotations.Nullable;

/** A PDF cannot be read, or what it holds as the minutes' data is no draft. */
public final class UnreadableMinutes extends RuntimeException {

    UnreadableMinutes(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
