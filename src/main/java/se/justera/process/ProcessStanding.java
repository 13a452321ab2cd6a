package se.justera.process;

import java.time.Instant;
import java.util.List;
import se.justera.minutes.MinutesState;

/**
 * Where the process of some minutes stands.
 *
 * @param activities ids of the waiting steps in the model; empty before the first submission and after the end
 */
public record ProcessStanding(
        MinutesState state, List<String> activities, List<Deadline> deadlines, List<Incident> incidents) {

    public ProcessStanding {
        activities = List.copyOf(activities);
        deadlines = List.copyOf(deadlines);
        incidents = List.copyOf(incidents);
    }

    /** A timer that is set. */
    public record Deadline(String what, Instant at) {}

    /** A step that has failed for good and waits for somebody to see to it. */
    public record Incident(String activity, String message) {}
}
