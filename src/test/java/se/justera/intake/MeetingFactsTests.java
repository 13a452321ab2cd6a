package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.justera.minutes.Draft.MeetingMode;

class MeetingFactsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2018-09-04 klockan 10-12 | 2018-09-04 | 10:00 | 12:00",
                "2016-02-04 kl 9-15 | 2016-02-04 | 09:00 | 15:00",
                "2024-04-11, kl. 09.00-10.00 | 2024-04-11 | 09:00 | 10:00",
                "Måndagen den 13 juni 2022 kl. 13.30 – 16.30 | 2022-06-13 | 13:30 | 16:30",
                "13 juni 2022 kl 9 | 2022-06-13 | 09:00 | -",
                "20220613 | 2022-06-13 | - | -",
                "13/6 2022 kl 18:00 till 19:45 | 2022-06-13 | 18:00 | 19:45",
                "2022-02-30 kl 25 | - | - | -",
            })
    void readsDatesAndTimes(String text, LocalDate date, LocalTime start, LocalTime end) {
        var facts = new MeetingFacts();
        facts.readWhen(text);
        assertThat(facts.date()).isEqualTo(date);
        assertThat(facts.start()).isEqualTo(start);
        assertThat(facts.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Finsams lokaler 9.00-12.00 | Finsams lokaler | -",
                "Teams, 2022-05-03 kl. 09.00–11.30 | Teams | REMOTE",
                "Onsdagen den 4 maj 2023 kl. 18-19, Lokalen, Storgatan 1 | Lokalen, Storgatan 1 | -",
                "Kommunhuset och digitalt via Teams | Kommunhuset och digitalt via Teams | HYBRID",
                "Digitalt via Teams | Digitalt via Teams | REMOTE",
            })
    void readsPlaceAndMode(String text, String place, MeetingMode mode) {
        var facts = new MeetingFacts();
        facts.readPlaceAndWhen(text);
        assertThat(facts.place()).isEqualTo(place);
        assertThat(facts.mode(false, false)).isEqualTo(mode);
    }
}
