package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.NextMeeting;

class ComingMeetingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "211008 Styrelsens arbetsdag 9-16 | 2021-10-08 | 09:00 | 16:00 | 211008 Styrelsens arbetsdag 9-16",
                "211125 kl. 13.30 – 16.30 | 2021-11-25 | 13:30 | 16:30 | 211125 kl. 13.30 – 16.30",
                "Nästa styrelsemöte 29 augusti kl. 9.00-12.00 | 2022-08-29 | 09:00 | 12:00 | Nästa styrelsemöte 29 augusti kl. 9.00-12.00",
                "Den 9 januari på kansliet | 2024-01-09 | 09:00 | | 09.00: Den 9 januari på kansliet",
                "Möte klockan 9 | 2024-01-09 | 09:00 | | Tisdag 9 januari 2024: Möte klockan 9",
                "Styrelsen | 2024-01-09 | 09:00 | 12:00 | Tisdag 9 januari 2024, 09.00–12.00: Styrelsen",
                "Möte 19 januari | 2024-01-09 | | | Tisdag 9 januari 2024: Möte 19 januari",
                " | 2024-01-09 | | | Tisdag 9 januari 2024"
            })
    void saysDateAndTimesOnce(String text, LocalDate date, LocalTime start, LocalTime end, String line) {
        assertThat(new ComingMeeting(new NextMeeting(text, date, start, end))
                        .line(Labels.in(Locale.forLanguageTag("sv"))))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 september kl 13-16 | 2024-09-12 | 13:00 | true",
                "Medlemssamråd i mars | | | true",
                "12 september | 2024-09-12 | 13:00 | false",
                "Medlemssamråd i maj | | | false",
                "Samråd | | | false"
            })
    void isNotSaidAgainWhereAMatterSaysAsMuch(String text, LocalDate date, LocalTime start, boolean told) {
        Block list = new Block(BlockType.BULLETS, null, List.of(Block.paragraph("12 september kl 13-16, Lillvik")));
        Block consultation = Block.paragraph("Samråd: Medlemssamråd i mars.");
        Item matter = new Item(7, "Nästa möte", List.of(list, consultation), List.of(), null, List.of());
        assertThat(new ComingMeeting(new NextMeeting(text, date, start, null))
                        .isToldIn(List.of(matter), Labels.in(Locale.forLanguageTag("sv"))))
                .isEqualTo(told);
    }
}
