package se.justera.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import se.justera.minutes.Draft;

/** A meeting that minutes are written of has been held; what follows it comes after. */
final class DateCheck implements DraftCheck {

    private static final int LATEST = 14;
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Clock clock;

    DateCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Draft draft) {
        LocalDate date = draft.meeting() == null ? null : draft.meeting().date();
        if (date == null) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (date.isAfter(LocalDate.ofInstant(clock.instant(), STOCKHOLM))) {
            findings.add(new Finding("/meeting/date", "date-after-today", date.toString()));
        }
        findings.addAll(adjustment(draft, date));
        for (int i = 0; i < draft.nextMeetings().size(); i++) {
            LocalDate next = draft.nextMeetings().get(i).date();
            if (next != null && next.isBefore(date)) {
                findings.add(new Finding("/nextMeetings/" + i + "/date", "next-before", next.toString()));
            }
        }
        return findings;
    }

    /** Minutes are adjusted within 14 days after the meeting (KL 5:69); notes have no such term. */
    private static List<Finding> adjustment(Draft draft, LocalDate date) {
        LocalDate day = draft.adjustmentDay();
        if (day == null) {
            return List.of();
        }
        if (day.isBefore(date)) {
            return List.of(new Finding("/adjustmentDay", "adjustment-before", day.toString()));
        }
        boolean late = draft.kind() != Draft.MinutesKind.NOTES && day.isAfter(date.plusDays(LATEST));
        return late ? List.of(new Finding("/adjustmentDay", "adjustment-late", day.toString())) : List.of();
    }
}
