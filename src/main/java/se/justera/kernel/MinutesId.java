package se.justera.kernel;

import java.util.UUID;

/** One meeting's minutes, through all rounds; also the business key of their process. */
public record MinutesId(UUID value) {

    /** @throws IllegalArgumentException if the text is no UUID */
    public static MinutesId parse(String text) {
        return new MinutesId(UUID.fromString(text));
    }

    /** Under which the audit trail keeps what concerns an association as a whole and no minutes of its. */
    public static MinutesId ofNone(TenantId association) {
        return new MinutesId(association.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
