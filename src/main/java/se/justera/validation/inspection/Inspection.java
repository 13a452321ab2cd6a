package se.justera.validation.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * The files of one ZIP, handed in to be validated.
 *
 * @param name of the ZIP, as it came
 * @param files how many there are in it
 * @param done how many have their verdict
 * @param keptUntil then it is removed with all that was said
 */
public record Inspection(
        UUID id, String name, int files, int done, State state, Instant handedInAt, Instant keptUntil) {

    /** How far it has come. */
    public enum State {
        /** Until a node takes it up, or takes it up again after a restart. */
        WAITING,
        RUNNING,
        DONE,
        /** It failed again and again without a new verdict, and must be begun anew. */
        GIVEN_UP
    }

    /** Whether there is more to come. */
    public boolean unfinished() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** How much is done, in hundredths. */
    public int percent() {
        return files == 0 ? 100 : (int) (100L * done / files);
    }
}
