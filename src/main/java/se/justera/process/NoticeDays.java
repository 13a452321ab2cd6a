package se.justera.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When in Sweden the days of a notice begin and end. */
final class NoticeDays {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 0);

    private NoticeDays() {}

    /** In the morning, while something can still be done about it. */
    static Instant morningOf(LocalDate day) {
        return day.atTime(OFFICE_OPENS).atZone(STOCKHOLM).toInstant();
    }

    /** Its last second, so that it is still that day where the deadline is shown. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(STOCKHOLM).toInstant().minusSeconds(1);
    }
}
