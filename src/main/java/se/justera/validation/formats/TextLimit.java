package se.justera.validation.formats;

import se.justera.validation.CannotBeRead;
import se.justera.validation.Unreadable;

/** XML and JSON take many times their size in memory. */
public final class TextLimit {

    public static final int BYTES = 10 << 20;

    private TextLimit() {}

    static void check(byte[] file) throws CannotBeRead {
        if (file.length > BYTES) {
            throw new CannotBeRead(Unreadable.TEXT_TOO_LARGE);
        }
    }
}
