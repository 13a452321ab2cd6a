package se.justera.desk;

import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesRefused;

/** Reads the id in an address. */
public final class MinutesIds {

    private MinutesIds() {}

    /** @throws MinutesRefused.Unknown if the text cannot be the id of any minutes */
    public static MinutesId of(String text) {
        try {
            return MinutesId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MinutesRefused.Unknown("minutes");
        }
    }
}
