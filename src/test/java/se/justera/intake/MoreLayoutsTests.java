package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.DecisionForm;
import se.justera.minutes.Draft.Footnote;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.ItemKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Minutes in layouts of other offices: planning days, tables, municipal boards, lists with numbers for §§. */
class MoreLayoutsTests {

    @Test
    void readsAPlanningDayWithNotesAtTheFootOfPages() {
        Draft draft = Imports.file("h-planning-day.txt").draft();
        assertThat(draft.body()).isEqualTo("planeringsdag med arbetsutskott");
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::role, Attendee::presentFor)
                .containsExactly(
                        tuple("Maj Sandström", AttendeeRole.CHAIR, List.of()),
                        tuple("Inga Jernberg Glad", AttendeeRole.FIRST_VICE_CHAIR, List.of(List.of(1, 4))),
                        tuple("Birgitta Berglund", AttendeeRole.SECOND_VICE_CHAIR, List.of()),
                        tuple("Gudrun Bergmark Olsson", AttendeeRole.MEMBER, List.of()),
                        tuple("Karin Enbom Bodin", AttendeeRole.MEMBER, List.of()),
                        tuple("Ove Viktorin", AttendeeRole.OFFICER, List.of()),
                        tuple("Anna Lindqvist", AttendeeRole.SECRETARY, List.of()));
        assertThat(draft.footnotes()).extracting(Footnote::mark).containsExactly("1", "2", "3", "4");
        assertThat(draft.footnotes().get(1).text()).endsWith("för nyanlända och som söks hos en myndighet.");
        assertThat(draft.items().toString()).contains("runda[^1]", "AMFI[^2]", "SFI[^3]", "SKL[^4]");
        assertThat(draft.items()).extracting(Item::withdrawn).containsExactly(null, null, null, null, true, null, null);
        assertThat(draft.items())
                .extracting(Item::kind)
                .containsExactly(null, ItemKind.INFORMATION, null, ItemKind.INFORMATION, null, null, null);
        assertThat(Imports.item(draft, 2).blocks())
                .extracting(b -> b.type())
                .containsExactly(BlockType.SUBHEADING, BlockType.PARAGRAPH, BlockType.SUBHEADING, BlockType.PARAGRAPH);
        assertThat(draft.signatories())
                .extracting(Signatory::name, Signatory::role)
                .containsExactly(
                        tuple("Anna Lindqvist", SignatoryRole.SECRETARY),
                        tuple("Maj Sandström", SignatoryRole.CHAIR),
                        tuple("Birgitta Berglund", SignatoryRole.ADJUSTER));
        assertThat(draft.pageFooter()).isEqualTo("http://www.kornsjon.example/");
    }

    @Test
    void takesNoOrganisationInATableForAPerson() {
        Draft draft = Imports.file("i-members-notes.txt").draft();
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::role, Attendee::represents)
                .startsWith(
                        tuple("Hedda Kvist", AttendeeRole.CHAIR, "Kornsjön Västerdalen"),
                        tuple("Anders Bäck", AttendeeRole.MEMBER, "Region Västerdalen"))
                .endsWith(
                        tuple("Ove Viktorin", AttendeeRole.OFFICER, "Kornsjön Västerdalen kansli"),
                        tuple("Lisen Skåln", AttendeeRole.OFFICER, "Kornsjön Västerdalen kansli"),
                        tuple("Gösta Ås", AttendeeRole.OFFICER, "Kornsjön Västerdalen kansli"))
                .hasSize(10);
        assertThat(draft.items())
                .extracting(Item::heading)
                .containsExactly(
                        "Mötets öppnande",
                        "Verksamhet och ekonomi 2022",
                        "Nyckeltal",
                        "Kommande medlemsmöten",
                        "Mötet avslutas");
        assertThat(draft.numbering()).isNotNull().extracting("policy").isEqualTo(Draft.NumberingPolicy.NONE);
        assertThat(draft.layout()).isNotNull().extracting("attendance").isEqualTo(Draft.AttendanceForm.TABLE);
    }

    @Test
    void readsAMunicipalBoard() {
        ImportedDraft imported = Imports.file("j-municipal-board.txt");
        Draft draft = imported.draft();
        assertThat(draft.body()).isEqualTo("Kommunstyrelsen");
        assertThat(draft.title()).isEqualTo("SAMMANTRÄDESPROTOKOLL");
        assertThat(draft.adjustmentDay()).isEqualTo(LocalDate.of(2024, 3, 18));
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2024, 3, 12));
            assertThat(m.start()).isEqualTo(LocalTime.of(13, 15));
            assertThat(m.place()).isEqualTo("Kommunhuset, Stora salen");
        });
        Attendee serving = Imports.attendee(draft, "Mona Grahn");
        assertThat(serving.role()).isEqualTo(AttendeeRole.SUBSTITUTE);
        assertThat(serving.serving()).isTrue();
        assertThat(serving.title()).isEqualTo("för Leif Sund (V)");
        assertThat(Imports.attendee(draft, "Olle Frisk").serving()).isFalse();
        assertThat(Imports.attendee(draft, "Ida Lund").presentFor()).containsExactly(List.of(31, 32));
        assertThat(Imports.item(draft, 31).heading()).isEqualTo("Årsredovisning 2023");
        assertThat(Imports.item(draft, 31).decisions())
                .extracting(Decision::text, Decision::form, Decision::sentTo)
                .containsExactly(
                        tuple(
                                "Kommunstyrelsen beslutar att godkänna årsredovisningen, och",
                                DecisionForm.CLAUSE,
                                List.of("Revisorerna", "Ekonomiavdelningen")),
                        tuple(
                                "att överlämna den till revisorerna.",
                                DecisionForm.CLAUSE,
                                List.of("Revisorerna", "Ekonomiavdelningen")));
        assertThat(draft.items().toString()).doesNotContain("PROTOKOLL", "Utdragsbestyrkande");
        assertThat(Structure.signatories(draft))
                .containsExactly("Tor Berg | SECRETARY | ", "Karin Almqvist | CHAIR | ", "Per Hedlund | ADJUSTER | ");
    }

    @Test
    void readsABoardThatNumbersItsMattersWithoutTheSign() {
        Draft draft = Imports.file("k-board-simple.txt").draft();
        assertThat(draft.association())
                .isEqualTo(new Draft.AssociationName("Samordningsförbundet Lerdal", "222999-1126"));
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.number()).isEqualTo(4);
            assertThat(m.end()).isEqualTo(LocalTime.of(15, 30));
        });
        assertThat(draft.items()).extracting(Item::number).containsExactly(41, 42, 43, 44, 45, 46);
        assertThat(draft.items()).extracting(i -> i.decisions().size()).containsExactly(0, 1, 2, 1, 0, 0);
        assertThat(Imports.attendee(draft, "Tina Moe").remote()).isTrue();
        assertThat(Imports.attendee(draft, "Uno Kall").presentFor()).containsExactly(List.of(42, 46));
        assertThat(Imports.attendee(draft, "Vera Nord").serving()).isTrue();
        assertThat(Imports.attendee(draft, "Zeke Lind").status()).isEqualTo(AttendanceStatus.EXCUSED);
        assertThat(Imports.attendee(draft, "Bror Sten").role()).isEqualTo(AttendeeRole.SECRETARY);
        assertThat(Structure.signatories(draft))
                .containsExactly("Bror Sten | SECRETARY | ", "Rolf Berg | CHAIR | ", "Siv Ahl | ADJUSTER | ");
    }
}
