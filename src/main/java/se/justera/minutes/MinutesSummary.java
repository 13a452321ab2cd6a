package se.justera.minutes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.MinutesId;

/**
 * A line in a list of minutes.
 *
 * @param title kind, body and number as a person would name them
 * @param date of the meeting
 */
public record MinutesSummary(
        MinutesId id,
        MinutesState state,
        long version,
        String title,
        @Nullable LocalDate date) {}
