package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendanceForm;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.ItemKind;
import se.justera.minutes.Draft.Layout;
import se.justera.minutes.Draft.NextMeeting;
import se.justera.minutes.Draft.Numbering;
import se.justera.minutes.Draft.NumberingPolicy;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.Draft.SignaturePlace;

/** A board's minutes: a heading per role, a page header of two lines, signatures first, att-satser under "Beslut". */
class BoardMinutesTests {

    private final ImportedDraft imported = Imports.file("b-board.txt");
    private final Draft draft = imported.draft();

    @Test
    void knowsTheRepeatedHeaderForTheAssociation() {
        assertThat(draft.association()).isNotNull().extracting("name").isEqualTo("Samordningsförbundet Fjällsjön");
        assertThat(draft.items().toString()).doesNotContain("Samordningsförbundet");
        assertThat(draft.body()).isEqualTo("styrelse");
        assertThat(draft.title()).isEqualTo("Styrelseprotokoll");
        assertThat(draft.pageHeader()).isEqualTo("Samordningsförbundet Fjällsjön");
        assertThat(draft.numbering()).isEqualTo(new Numbering(NumberingPolicy.CONTINUOUS, true, null, null));
        assertThat(draft.layout()).isEqualTo(new Layout(SignaturePlace.FIRST, AttendanceForm.GROUPS, null));
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2023, 9, 15));
            assertThat(m.place()).isEqualTo("Storgatan 4, Norrby Stad");
        });
    }

    @Test
    void readsRolesFromHeadingsAndPartiesFromBrackets() {
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::role, Attendee::party, Attendee::represents)
                .containsExactly(
                        row("Amanda Berglind", AttendeeRole.CHAIR, "L", "Norrby stad"),
                        row("Sonja Sandelius", AttendeeRole.VICE_CHAIR, null, "Försäkringskassan"),
                        row("Kjell Lagerby", AttendeeRole.MEMBER, "M", "Norra regionen"),
                        row("Eva Hallmark", AttendeeRole.MEMBER, null, "Arbetsförmedlingen"),
                        row("Tore Angbäck", AttendeeRole.SUBSTITUTE, "S", null),
                        row("Anna Stråhle", AttendeeRole.SUBSTITUTE, "C", null),
                        row("Maria Korndal Jonsson", AttendeeRole.SUBSTITUTE, "C", null),
                        row("Kristian Ebbing", AttendeeRole.SUBSTITUTE, "KD", null),
                        row("Anette Rydell", AttendeeRole.SUBSTITUTE, null, "Försäkringskassan"),
                        row("Annelie Rys-Hagman", AttendeeRole.OFFICER, null, null),
                        row("Melinda Myrén", AttendeeRole.OFFICER, null, null),
                        row("Ove Sjödal", AttendeeRole.OFFICER, null, null),
                        row("Fredrik Skoghed", null, null, "AF"),
                        row("Dan Filipsberg", null, "M", null));
    }

    private static org.assertj.core.groups.Tuple row(@org.jspecify.annotations.Nullable Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void tellsNoticeOfAbsenceFromAbsenceAndOneParagraphFromAll() {
        assertThat(Imports.attendee(draft, "Fredrik Skoghed").status()).isEqualTo(AttendanceStatus.EXCUSED);
        assertThat(Imports.attendee(draft, "Dan Filipsberg").status()).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(Imports.attendee(draft, "Ove Sjödal").presentFor()).containsExactly(List.of(414, 414));
        assertThat(Imports.attendee(draft, "Melinda Myrén").title()).isEqualTo("biträdande förbundschef");
    }

    @Test
    void readsEveryMatterAndEveryClause() {
        assertThat(draft.items())
                .extracting(Item::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(411, 419).boxed().toList());
        assertThat(draft.items()).extracting(i -> i.decisions().size()).containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 0);
        assertThat(Imports.item(draft, 412).decisions())
                .containsExactly(Imports.clause("Att utse Sonja Sandel och Kristian Ebbing till justerare"));
        assertThat(Imports.item(draft, 417).heading()).isEqualTo("Informationspunkt förbundschef");
        assertThat(Imports.item(draft, 412).kind()).isEqualTo(ItemKind.ELECTION);
        assertThat(Imports.item(draft, 415).kind()).isEqualTo(ItemKind.INFORMATION);
        assertThat(Imports.item(draft, 415).presenter()).isEqualTo("biträdande förbundschef");
    }

    @Test
    void keepsTheTextUnderABulletWithItAcrossPages() {
        List<Block> blocks = Imports.item(draft, 417).blocks();
        assertThat(blocks).hasSize(1);
        Block list = blocks.get(0);
        assertThat(list.type()).isEqualTo(BlockType.BULLETS);
        assertThat(list.children()).hasSize(7);
        assertThat(list.children().get(0).children()).hasSize(2);
        assertThat(list.children().get(3).children().get(0).text())
                .isEqualTo(
                        "Beskedet har väckt oro hos övriga förbund. Det är första gången en kommun lämnar ett förbund."
                                + " När kampanjen är klar önskar kansliet hjälp från styrelsen att sprida den.");
        assertThat(list.children().get(4))
                .isEqualTo(Block.paragraph("Ansvarsfrihet till styrelsen beviljat från Norra regionen"));
    }

    @Test
    void datesComingMeetingsWrittenInSixDigits() {
        assertThat(draft.nextMeetings())
                .containsExactly(
                        meeting("231006 Styrelsens arbetsdag 9-16", LocalDate.of(2023, 10, 6), "09:00", "16:00"),
                        meeting("231020 Medlemssamråd 9-12", LocalDate.of(2023, 10, 20), "09:00", "12:00"),
                        meeting("231124 kl. 13.30 – 16.30", LocalDate.of(2023, 11, 24), "13:30", "16:30"));
        assertThat(Imports.item(draft, 419).blocks()).isEmpty();
    }

    private static NextMeeting meeting(String text, LocalDate date, String start, String end) {
        return new NextMeeting(text, date, LocalTime.parse(start), LocalTime.parse(end));
    }

    @Test
    void readsWhoSignsFromTheFirstPageWithoutInventingAChair() {
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Melinda Myrén", SignatoryRole.SECRETARY, null, "Sekreterare", null),
                        new Signatory("Sonja Sandelius", SignatoryRole.ADJUSTER, null, "Justerare", null),
                        new Signatory("Kristian Ebbing", SignatoryRole.ADJUSTER, null, "Justerare", null));
    }

    @Test
    void remarksOnLabelsThatStandEmpty() {
        assertThat(imported.remarks())
                .extracting(Remark::text)
                .contains("”Diarienummer” står utan uppgift.", "”Justeringsdag” står utan uppgift.");
        assertThat(draft.caseNumber()).isNull();
    }
}
