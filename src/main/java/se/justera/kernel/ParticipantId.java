package se.justera.kernel;

import java.util.UUID;

/** A person who takes part in the adjustment of one meeting's minutes, whatever roles they have in it. */
public record ParticipantId(UUID value) {

    /** @throws IllegalArgumentException if the text is no UUID */
    public static ParticipantId parse(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
