package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.AttendanceForm;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Layout;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MeetingMode;
import se.justera.minutes.Draft.NextMeeting;
import se.justera.minutes.Draft.Numbering;
import se.justera.minutes.Draft.NumberingPolicy;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.Draft.SignaturePlace;

/** Minutes with a cover page: numbered meeting, digital sub-group, lines to sign on, fields for initials on each page. */
class CoverPageMinutesTests {

    private final ImportedDraft imported = Imports.file("c-board-cover.txt");
    private final Draft draft = imported.draft();

    @Test
    void readsNameNumberAndYearFromTheHeaderHoweverItIsBroken() {
        assertThat(draft.association())
                .isEqualTo(new AssociationName("Samordningsförbundet Granvik/Mossby Exempel län", "222999-0045"));
        assertThat(draft.meeting())
                .isEqualTo(new Meeting(
                        3, 2025, null, LocalTime.of(9, 0), LocalTime.of(12, 0), "Finsams lokaler", MeetingMode.HYBRID));
        assertThat(draft.pageHeader())
                .isEqualTo("Samordningsförbundet Granvik/Mossby Exempel län\nProtokollsnummer: # 3 – 2025");
        assertThat(draft.pageFooter()).isEqualTo("Justerande sign · Utdragsbestyrkande");
        assertThat(draft.title()).isNull();
        assertThat(draft.numbering()).isEqualTo(new Numbering(NumberingPolicy.PER_YEAR, true, 26, 33));
        assertThat(draft.layout()).isEqualTo(new Layout(SignaturePlace.FIRST, AttendanceForm.GROUPS, null));
    }

    @Test
    void givesDigitalParticipantsTheOfficeOfTheirGroup() {
        Attendee digital = Imports.attendee(draft, "Erik Karlmark");
        assertThat(digital.remote()).isTrue();
        assertThat(digital.role()).isEqualTo(AttendeeRole.MEMBER);
        assertThat(digital.group()).isEqualTo("Beslutande");
        assertThat(draft.attendance()).filteredOn(a -> a.remote() != null).hasSize(1);
        assertThat(imported.remarks())
                .extracting(Remark::text)
                .contains("Ingen står under ”Deltog digitalt” i närvarolistan.");
    }

    @Test
    void readsTheChairFromTheSignaturesAndOthersFromTheirBrackets() {
        assertThat(draft.attendance())
                .extracting(Attendee::role)
                .containsExactly(
                        AttendeeRole.CHAIR,
                        AttendeeRole.MEMBER,
                        AttendeeRole.MEMBER,
                        AttendeeRole.MEMBER,
                        AttendeeRole.MEMBER,
                        AttendeeRole.OFFICER,
                        AttendeeRole.OFFICER,
                        AttendeeRole.GUEST,
                        AttendeeRole.AUDITOR);
        assertThat(Imports.attendee(draft, "Malin Westin").title()).isEqualTo("ekonom");
        assertThat(Imports.attendee(draft, "Nisse Nordsten").represents()).isEqualTo("KPMG");
        assertThat(draft.attendance())
                .extracting(Attendee::abbreviation)
                .containsExactly("REL", "GRV", "AF", "MOS", "FK", null, null, "REL", "KPMG");
    }

    @Test
    void readsTheCoverSignaturesWithLabelsAboveTheNames() {
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Malin Westin", SignatoryRole.SECRETARY, null, "Sekreterare", null),
                        new Signatory("Karin Bohlén", SignatoryRole.CHAIR, null, "Ordförande", null),
                        new Signatory("Kajsa Gustavberg", SignatoryRole.ADJUSTER, null, "Justerande", null));
    }

    @Test
    void readsEveryMatterAndTheUnnumberedEnd() {
        assertThat(draft.items()).extracting(Item::number).containsExactly(26, 27, 28, 29, 30, 31, 32, 33, null);
        assertThat(draft.items().get(8).heading()).isEqualTo("Mötet Avslutas");
        assertThat(Imports.item(draft, 27).decisions()).containsExactly(Imports.unlabelled("Dagordningen godkändes."));
        assertThat(Imports.item(draft, 29).decisions())
                .containsExactly(Imports.unlabelled("Protokoll från 2025-04-07 godkänns och läggs till handlingarna."));
        assertThat(Imports.item(draft, 28).blocks()).hasSize(2);
        assertThat(Imports.item(draft, 33).blocks()).containsExactly(Block.paragraph("Inga övriga frågor anmäldes"));
    }

    @Test
    void tellsSubheadingsFromSentencesAndRunInHeadings() {
        assertThat(Imports.item(draft, 31).blocks())
                .extracting(Block::type)
                .containsExactly(
                        BlockType.PARAGRAPH,
                        BlockType.SUBHEADING,
                        BlockType.PARAGRAPH,
                        BlockType.PARAGRAPH,
                        BlockType.BULLETS,
                        BlockType.SUBHEADING,
                        BlockType.PARAGRAPH);
        assertThat(Imports.item(draft, 30).blocks().get(1).text()).startsWith("Tala i samverkan: Projektet hade");
    }

    @Test
    void carriesAListOverAPageBreak() {
        Block list = Imports.item(draft, 32).blocks().get(1);
        assertThat(list.children()).hasSize(3);
        assertThat(list.children().get(1).text()).endsWith("utbildningen var på 3*3 timmar");
    }

    @Test
    void leavesADateWithoutYearUnknownWhenTheMeetingHasNone() {
        assertThat(draft.nextMeetings())
                .containsExactly(new NextMeeting(
                        "Nästa styrelsemöte 29 augusti kl. 9.00-12.00", null, LocalTime.of(9, 0), LocalTime.of(12, 0)));
        assertThat(draft.body()).isEqualTo("styrelse");
    }
}
