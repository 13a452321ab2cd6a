package se.justera.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.MinutesRefused;

/** Reads the id of a notice board in an address or a form. */
public final class BoardIds {

    private BoardIds() {}

    /** @throws MinutesRefused.Unknown if the text cannot be the id of any board */
    public static UUID of(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new MinutesRefused.Unknown("notice board");
        }
    }
}
