package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MeetingMode;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Notes of a members' meeting: headings without numbers, attendance as a table, an older signature page at the end. */
class MembersNotesTests {

    private final ImportedDraft imported = Imports.file("e-members-notes.txt");
    private final Draft draft = imported.draft();

    @Test
    void readsNotesOfARemoteMeeting() {
        assertThat(draft.kind()).isEqualTo(MinutesKind.NOTES);
        assertThat(draft.body()).isEqualTo("medlemsmöte");
        assertThat(draft.association())
                .isNotNull()
                .extracting("name")
                .isEqualTo("Förbundsstyrelsen Tallåsen i Norrlanden");
        assertThat(draft.meeting()).isNotNull().extracting("mode").isEqualTo(MeetingMode.REMOTE);
    }

    @Test
    void readsTheAttendanceTable() {
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
                        AttendeeRole.OFFICER);
        assertThat(Imports.attendee(draft, "Rolf Ahlmark").title()).isEqualTo("Förbundschef");
        assertThat(Imports.attendee(draft, "Rolf Ahlmark").represents()).isEqualTo("Tallåsen kansli");
    }

    @Test
    void readsBareHeadings() {
        assertThat(draft.items())
                .extracting(Item::heading)
                .containsExactly(
                        "Mötets öppnande",
                        "Årsredovisning 2024",
                        "Frågor från medlemmarna",
                        "Kommande medlemsmöten",
                        "Mötet avslutas");
        assertThat(draft.items()).extracting(Item::number).containsOnlyNulls();
        assertThat(draft.items().get(1).blocks())
                .extracting(Block::type)
                .containsExactly(BlockType.PARAGRAPH, BlockType.SUBHEADING, BlockType.BULLETS);
        assertThat(draft.items().get(1).decisions()).hasSize(1);
        assertThat(draft.nextMeetings()).isEmpty();
    }

    @Test
    void readsTheSignaturesBeforeTheOlderSignaturePage() {
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory(
                                "Lotta Skålen", SignatoryRole.SECRETARY, "Verksamhetsledare", "Vid protokollet", null),
                        new Signatory("Hanna Kock", SignatoryRole.CHAIR, "Ordförande", "Justeras", null));
        assertThat(imported.remarks())
                .extracting(Remark::text)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Sidan om underskrifter i en annan tjänst togs bort.")
                        .contains("Underskrifterna i detta dokument går att kontrollera i [Granskaren](#)."));
    }

    @Test
    void readsATableWhoseColumnsStandUnderEachOther() {
        Draft apart = Imports.of("""
                        MINNESANTECKNINGAR

                        Namn
                        Hillevi Krook
                        Kerstin Alm
                        Mona Lind

                        Organisation
                        Ordförande, Förbundet Ödmården
                        Region Ödmården
                        Förbundet Ödmården kansli

                        Mötets öppnande

                        Ordföranden hälsar välkommen.
                        """).draft();
        assertThat(apart.attendance())
                .extracting(Attendee::name, Attendee::role, Attendee::represents)
                .containsExactly(
                        tuple("Hillevi Krook", AttendeeRole.CHAIR, "Förbundet Ödmården"),
                        tuple("Kerstin Alm", AttendeeRole.MEMBER, "Region Ödmården"),
                        tuple("Mona Lind", AttendeeRole.OFFICER, "Förbundet Ödmården kansli"));
        assertThat(apart.items()).extracting(Item::heading).containsExactly("Mötets öppnande");
    }
}
