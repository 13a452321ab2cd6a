package se.justera.minutes;

/**
 * A reason why a draft cannot be submitted: without it, signing makes no sense.
 *
 * @param at a JSON pointer (RFC 6901) into the draft
 */
public record Shortcoming(String at, Kind kind) {

    /** What is missing. */
    public enum Kind {
        NO_ASSOCIATION,
        NO_MEETING_DATE,
        NO_ATTENDANCE,
        NO_ITEMS,
        NO_CHAIR,
        NO_SIGNATORIES,
        SIGNATORY_WITHOUT_NAME,
        SIGNATORY_WITHOUT_ROLE,
        NO_ADDRESS,
        NO_ADDRESS_OF_CHAIR,
        BAD_ADDRESS
    }
}
