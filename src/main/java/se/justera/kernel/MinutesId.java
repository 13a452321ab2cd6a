package se.justera.kernel;

import java.util.UUID;

/** One meeting's minutes, through all rounds; also the business key of their process. */
public record MinutesId(UUID value) {

    /** @throws IllegalArgumentException if the text is no UUID */
    public static MinutesId parse(String text) {
        return new MinutesId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
