package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Footnote;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** A planning day: one name per line, words broken at line ends, plain footnote numbers, signatures side by side. */
class PlanningDayMinutesTests {

    private final ImportedDraft imported = Imports.file("d-planning-day.txt");
    private final Draft draft = imported.draft();

    @Test
    void readsOnePersonPerLineAndForWhichParagraphsTheyStayed() {
        assertThat(draft.body()).isEqualTo("planeringsdag med arbetsutskott");
        assertThat(draft.attendance())
                .extracting(Attendee::role)
                .containsExactly(
                        AttendeeRole.CHAIR,
                        AttendeeRole.FIRST_VICE_CHAIR,
                        AttendeeRole.SECOND_VICE_CHAIR,
                        AttendeeRole.MEMBER,
                        AttendeeRole.MEMBER,
                        AttendeeRole.OFFICER,
                        AttendeeRole.SECRETARY);
        assertThat(Imports.attendee(draft, "Astrid Ekman Norling").presentFor()).containsExactly(List.of(1, 4));
    }

    @Test
    void joinsWordsThatTheLineBroke() {
        assertThat(Imports.item(draft, 1).blocks().get(0).text()).contains("till planeringsdagen, som");
        assertThat(Imports.item(draft, 1).decisions().get(0).text()).contains("unga med funktionsnedsättning");
    }

    @Test
    void tiesPlainNumbersToNotesInOrder() {
        assertThat(draft.footnotes()).extracting(Footnote::mark).containsExactly("1", "2", "3", "4");
        assertThat(draft.footnotes().get(0).text())
                .startsWith("Incheckningsrunda = alla")
                .endsWith("planeringen börjar.");
        assertThat(Imports.item(draft, 3).blocks().get(1).text())
                .contains("till VIMP[^2] och")
                .endsWith("SFX[^3].");
        assertThat(Imports.item(draft, 4).blocks().get(3).text()).startsWith("SKQ[^4] har");
    }

    @Test
    void joinsASentenceAcrossThePagesFootnotes() {
        assertThat(Imports.item(draft, 3).blocks().get(3).text())
                .endsWith("överskott på max 500.000 kronor i förhållande till budgeten.");
    }

    @Test
    void readsSubheadingsAndMattersThatWereWithdrawn() {
        assertThat(Imports.item(draft, 3).blocks())
                .filteredOn(b -> b.type() == BlockType.SUBHEADING)
                .extracting(Block::text)
                .containsExactly("Tillkommande medel - information", "Preliminärt bokslut 2021 - Tallåsen");
        assertThat(Imports.item(draft, 5).withdrawn()).isTrue();
        assertThat(Imports.item(draft, 6).withdrawn()).isTrue();
        assertThat(Imports.item(draft, 6).heading()).isEqualTo("Lägesrapporter");
        assertThat(Imports.item(draft, 6).blocks()).containsExactly(Block.paragraph("Utgår – se ovan."));
        assertThat(Imports.item(draft, 7).withdrawn()).isNull();
    }

    @Test
    void tellsTwoSignersInOneLineApart() {
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory(
                                "Nora Falk", SignatoryRole.SECRETARY, "Förbundssekreterare", "Vid protokollet", null),
                        new Signatory("Vera Lindkvist", SignatoryRole.CHAIR, "Ordförande", "Justeras", null),
                        new Signatory(
                                "Bertil Sandgren", SignatoryRole.ADJUSTER, "2:e vice ordförande", "Justeras", null));
    }

    @Test
    void neverTakesAMailAddressFromAPageFooter() {
        assertThat(draft.toString()).doesNotContain("nora@exempel.example");
        assertThat(draft.pageFooter()).isEqualTo("http://www.exempel.example/ · http://www.natverket.example/");
        assertThat(imported.remarks())
                .extracting(Remark::text)
                .anyMatch(t -> t.contains("mailto:nora@exempel.example"));
    }
}
