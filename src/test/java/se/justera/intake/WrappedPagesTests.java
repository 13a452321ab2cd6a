package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.NextMeeting;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Text as tools take it out of PDFs: form feeds, lines broken by the width, columns of blanks, headers in the text. */
class WrappedPagesTests {

    private final Draft draft = Imports.file("f-wrapped-pages.txt").draft();

    @Test
    void readsTheFactsThatOnlyThePageHeaderHas() {
        assertThat(draft.association()).isNotNull().extracting("name").isEqualTo("Samordningsförbundet Tallåsen");
        assertThat(draft.body()).isEqualTo("Styrelsen");
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2023, 5, 12));
            assertThat(m.start()).isEqualTo(LocalTime.of(13, 0));
            assertThat(m.place()).isEqualTo("Kommunhuset, sammanträdesrum Björken, Lillvik");
        });
        assertThat(draft.items().toString()).doesNotContain("Sida", "SAMMANTRÄDESPROTOKOLL");
    }

    @Test
    void readsColumnsOfLabelsAndPeople() {
        assertThat(draft.attendance())
                .extracting(Attendee::role)
                .containsExactly(
                        AttendeeRole.CHAIR,
                        AttendeeRole.FIRST_VICE_CHAIR,
                        AttendeeRole.MEMBER,
                        AttendeeRole.MEMBER,
                        AttendeeRole.SUBSTITUTE,
                        AttendeeRole.SUBSTITUTE,
                        AttendeeRole.OFFICER,
                        AttendeeRole.SECRETARY,
                        AttendeeRole.AUDITOR);
        assertThat(Imports.attendee(draft, "Jan von Essen").presentFor()).containsExactly(List.of(12, 15));
        assertThat(Imports.attendee(draft, "Siv Ek").group()).isEqualTo("Tjänstgörande ersättare");
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Nora Falk", SignatoryRole.SECRETARY, null, "Sekreterare", null),
                        new Signatory("Vera Lindkvist", SignatoryRole.CHAIR, null, "Ordförande", null),
                        new Signatory("Bo Ask", SignatoryRole.ADJUSTER, null, "Justerare", null));
    }

    @Test
    void readsWhereTheMinutesAreAdjusted() {
        assertThat(draft.adjustmentPlace()).isEqualTo("Förbundskansliet");
        assertThat(draft.adjustmentDay()).hasToString("2023-05-19");
    }

    @Test
    void findsHeadingsUnderTheirNumbersAndBrokenByTheWidth() {
        assertThat(draft.items()).extracting(Item::number).containsExactly(12, 13, 14, 15, 16, null);
        assertThat(draft.items())
                .extracting(Item::heading)
                .containsExactly(
                        "Val av justerare och godkännande av dagordning",
                        "Budget 2024",
                        "Revision",
                        "Information",
                        "Nästa möte",
                        "Mötet avslutas");
    }

    @Test
    void joinsLinesAndWordsAndKeepsTheHyphensThatBelong() {
        List<Block> blocks = Imports.item(draft, 13).blocks();
        assertThat(blocks.get(0)).isEqualTo(new Block(BlockType.SUBHEADING, "Ärendebeskrivning", List.of()));
        assertThat(blocks.get(1).text())
                .contains("under året, vilket följer")
                .contains(
                        "en jämförelse med de tre senaste årens utfall – bland annat för individ- och strukturinsatser.");
        assertThat(Imports.item(draft, 14).blocks().get(0).text())
                .contains("revisionsberättelsen. § 12 i förbundsordningen behandlar");
    }

    @Test
    void takesNoProposalForADecision() {
        assertThat(Imports.item(draft, 13).blocks()).contains(Block.paragraph("att fastställa budgeten för 2024."));
        assertThat(Imports.item(draft, 13).decisions())
                .extracting(d -> String.valueOf(d.text()))
                .containsExactly(
                        "Styrelsen beslutar att fastställa budgeten för 2024 med de ändringar som förbundschefen"
                                + " redogör för på sammanträdet, samt",
                        "att uppdra åt förbundschefen att sända budgeten till medlemmarna.");
        assertThat(Imports.item(draft, 13).decisions())
                .last()
                .satisfies(d -> assertThat(d.sentTo()).containsExactly("Medlemmarna"));
        assertThat(Imports.item(draft, 12).decisions()).hasSize(2);
    }

    @Test
    void keepsTheTextOfAMatterAboutTheNextMeeting() {
        assertThat(Imports.item(draft, 16).blocks())
                .containsExactly(Block.paragraph("Nästa möte hålls den 8 september kl. 9."));
        assertThat(draft.nextMeetings())
                .containsExactly(new NextMeeting(
                        "Nästa möte hålls den 8 september kl. 9.", LocalDate.of(2023, 9, 8), LocalTime.of(9, 0), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8"})
    void readsTheSameInEveryEncodingWithOrWithoutMark(String charset) {
        for (String name : List.of("a-committee.txt", "b-board.txt", "f-wrapped-pages.txt")) {
            String text = Imports.text(name);
            byte[] bytes = text.replace("\n", "\r\n").getBytes(Charset.forName(charset));
            assertThat(DraftReader.ofFiles()
                            .read("a.txt", bytes, Imports.SWEDISH)
                            .draft())
                    .isEqualTo(Imports.of(text).draft());
        }
        byte[] marked = ("\uFEFF" + Imports.text("a-committee.txt")).getBytes(StandardCharsets.UTF_8);
        assertThat(DraftReader.ofFiles().read("A.TXT", marked, Imports.SWEDISH).draft())
                .isEqualTo(Imports.file("a-committee.txt").draft());
    }
}
