package se.justera.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.MinutesPage;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesSummary;

/** A page of the list. */
record MinutesLines(List<Line> items, int page, int total) {

    static MinutesLines of(MinutesPage page) {
        return new MinutesLines(page.items().stream().map(Line::of).toList(), page.page(), page.total());
    }

    /** One of the minutes. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            UUID id,
            MinutesState state,
            long version,
            String title,
            @Nullable LocalDate date) {

        static Line of(MinutesSummary summary) {
            return new Line(summary.id().value(), summary.state(), summary.version(), summary.title(), summary.date());
        }
    }
}
