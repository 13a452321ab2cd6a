package se.justera.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import se.justera.minutes.Draft;

/** A meeting that minutes are written of has been held. */
final class DateCheck implements DraftCheck {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Clock clock;

    DateCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Draft draft) {
        LocalDate date = draft.meeting() == null ? null : draft.meeting().date();
        LocalDate today = LocalDate.ofInstant(clock.instant(), STOCKHOLM);
        return date != null && date.isAfter(today)
                ? List.of(new Finding("/meeting/date", "date-after-today", date.toString()))
                : List.of();
    }
}
