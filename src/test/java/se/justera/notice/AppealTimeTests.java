package se.justera.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days that KL 8:12, KL 13:5 and lag 1930:173 give; each case looked up in the almanac. */
class AppealTimeTests {

    private final AppealTime appealTime = new AppealTime();

    @Test
    void threeWeeksEndOnTheSameWeekday() {
        // a Wednesday
        assertThat(lastDay("2026-03-18")).isEqualTo("2026-04-08");
    }

    @ParameterizedTest(name = "{0}: posted {1}, appeal until {2}")
    @CsvSource({
        "Saturday to Monday,                              2026-08-29, 2026-09-21",
        "Sunday to Monday,                                2026-08-30, 2026-09-21",
        "Good Friday over Easter to Tuesday,              2026-03-13, 2026-04-07",
        "Easter Monday to Tuesday,                        2026-03-16, 2026-04-07",
        "Labour Day on a Friday to Monday,                2026-04-10, 2026-05-04",
        "Ascension Day to the Friday after,               2026-04-23, 2026-05-15",
        "National Day on a Saturday to Monday,            2026-05-16, 2026-06-08",
        "National Day on a Friday to Monday,              2025-05-16, 2025-06-09",
        "Midsummer Eve to Monday,                         2026-05-29, 2026-06-22",
        "Midsummer Day to Monday,                         2026-05-30, 2026-06-22",
        "All Saints' Day to Monday,                       2026-10-10, 2026-11-02",
        "Christmas Eve on a Thursday to Monday,           2026-12-03, 2026-12-28",
        "Christmas Eve on a Wednesday over four free days,2025-12-03, 2025-12-29",
        "Christmas Day on a Friday to Monday,             2026-12-04, 2026-12-28",
        "New Year's Eve on a Thursday to Monday,          2026-12-10, 2027-01-04",
        "New Year's Eve on a Wednesday to Friday,         2025-12-10, 2026-01-02",
        "Epiphany on a Tuesday to Wednesday,              2025-12-16, 2026-01-07"
    })
    void aLastDayThatIsFreeMovesToTheNextWorkingDay(String why, LocalDate posted, String until) {
        assertThat(appealTime.lastDay(posted)).as(why).isEqualTo(until);
    }

    @Test
    void theEveOfAnyOtherHolidayIsAWorkingDay() {
        // Maundy Thursday, Walpurgis Night, the day before Ascension
        assertThat(lastDay("2026-03-12")).isEqualTo("2026-04-02");
        assertThat(lastDay("2026-04-09")).isEqualTo("2026-04-30");
        assertThat(lastDay("2026-04-22")).isEqualTo("2026-05-13");
    }

    @Test
    void aNoticeIsPostedOnTheSecondDayAtTheLatestEvenIfThatIsASunday() {
        assertThat(appealTime.latestPosting(LocalDate.parse("2026-03-13"))).isEqualTo("2026-03-15");
    }

    private LocalDate lastDay(String postedOn) {
        return appealTime.lastDay(LocalDate.parse(postedOn));
    }
}
