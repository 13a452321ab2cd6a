package se.justera.identification;

/**
 * A method somebody may choose.
 *
 * @param label the method as people know it; for those of this service itself, empty
 */
public record Offer(String method, String label, Kind kind, Level level) {

    /** What the person does. */
    public enum Kind {
        CODE,
        ELSEWHERE,
        PASSKEY
    }
}
