package se.justera.notice;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The days that the law counts from a protocol's adjustment and from its posting. Whole days of the Swedish calendar;
 * one instance serves all threads.
 */
final class AppealTime {

    private static final int DAYS_TO_POST = 2;
    private static final int WEEKS_TO_APPEAL = 3;

    /** Public holidays in Sweden, with Midsummer, Christmas and New Year's Eve, which lag 1930:173 puts beside them. */
    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    /** The second day after the adjustment, whatever day of the week that is (KL 8:12). */
    LocalDate latestPosting(LocalDate adjustedOn) {
        return adjustedOn.plusDays(DAYS_TO_POST);
    }

    /** Three weeks from the last posting (KL 13:5), moved on to the next working day (lag 1930:173, 2 §). */
    LocalDate lastDay(LocalDate lastPostedOn) {
        LocalDate day = lastPostedOn.plusWeeks(WEEKS_TO_APPEAL);
        while (isFree(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean isFree(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY || holidays.isHoliday(day);
    }
}
