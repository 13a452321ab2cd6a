package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MeetingMode;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.NextMeeting;
import se.justera.minutes.Draft.NumberingPolicy;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Whole minutes in other shapes: numbers without § and no blank line, a list of contents, all in capitals, notes. */
class OtherShapesTests {

    @Test
    void saysWhoseMinutesTheyAreAndWhoMetOnce() {
        Draft board = Imports.file("q-decision-first.txt").draft();
        assertThat(board.subtitle()).isEqualTo("fört vid sammanträde med styrelsen");
        assertThat(board.association())
                .isEqualTo(new AssociationName("Kommunalförbundet Räddsamverkan Mitt", "222000-7714"));
        Draft tight = Imports.file("m-tight-board.txt").draft();
        assertThat(tight.title()).isEqualTo("Protokoll");
        assertThat(tight.body()).isEqualTo("styrelsemöte");
    }

    @Test
    void readsNumberedMattersWithoutASingleBlankLine() {
        Draft draft = Imports.file("m-tight-board.txt").draft();
        assertThat(draft.items()).extracting(Item::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(draft.items().get(6).heading()).isEqualTo("Övriga frågor");
        assertThat(draft.items().get(6).blocks())
                .containsExactly(
                        Block.paragraph("a) Sommarlunch den 19 juni."),
                        Block.paragraph("b) Hans Mo undrar när den nya hemsidan är klar."
                                + " Förbundschefen svarar att den lanseras i augusti."));
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2024, 5, 23));
            assertThat(m.mode()).isEqualTo(MeetingMode.HYBRID);
        });
        assertThat(draft.nextMeetings())
                .extracting(NextMeeting::date)
                .containsExactly(LocalDate.of(2024, 9, 12), LocalDate.of(2024, 11, 28));
    }

    @Test
    void readsOfficesAndOrganisationsWithoutACommaBetween() {
        Draft draft = Imports.file("m-tight-board.txt").draft();
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::role, Attendee::represents)
                .startsWith(
                        tuple("Ulla-Britt Ek", AttendeeRole.CHAIR, "Strandby kommun"),
                        tuple("Hans Mo", AttendeeRole.VICE_CHAIR, "Region Mälaren"),
                        tuple("Zahra Noori", AttendeeRole.MEMBER, "Försäkringskassan"));
        assertThat(Imports.attendee(draft, "Zahra Noori").remote()).isTrue();
        assertThat(Imports.attendee(draft, "Malin Ask").presentFor()).containsExactly(List.of(5, 5));
        assertThat(Imports.attendee(draft, "Inger Wall").serving()).isTrue();
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Joel Berg", SignatoryRole.SECRETARY, null, "Vid protokollet", null),
                        new Signatory("Ulla-Britt Ek", SignatoryRole.CHAIR, "Ordförande", "Justeras", null),
                        new Signatory("Hans Mo", SignatoryRole.ADJUSTER, null, "Justeras", null));
    }

    @Test
    void endsAListWhereTheBodyDecides() {
        Draft draft = Imports.file("m-tight-board.txt").draft();
        Item item = Imports.item(draft, 5);
        assertThat(item.blocks()).extracting(Block::type).containsExactly(BlockType.PARAGRAPH, BlockType.BULLETS);
        assertThat(item.blocks().get(1).children()).hasSize(3);
        assertThat(item.blocks().get(1).children().get(1).children().get(0).children())
                .containsExactly(Block.paragraph("9 kvinnor"), Block.paragraph("8 män"));
        assertThat(item.decisions())
                .extracting(Decision::text)
                .containsExactly(
                        "Styrelsen beslutar att lägga informationen till handlingarna, och",
                        "att ge förbundschefen i uppdrag att ta fram ett förslag till hur väntetiden kan kortas till"
                                + " mötet i september.");
    }

    @Test
    void takesOutAListOfContentsAndReadsTheCommitteesLettersBeforeTheSign() {
        ImportedDraft imported = Imports.file("n-votes-and-lists.txt");
        Draft draft = imported.draft();
        assertThat(draft.items()).extracting(Item::number).containsExactly(80, 81, 82, 83, 84, 85, 86);
        assertThat(draft.items()).extracting(Item::heading).contains("Öppettider på Träffpunkten", "Övriga frågor");
        assertThat(imported.remarks())
                .extracting(Remark::text)
                .contains("En innehållsförteckning togs bort: rubrikerna står kvar över sina paragrafer.");
        assertThat(draft.association()).isEqualTo(new Draft.AssociationName("VALSJÖ KOMMUN", null));
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2023, 11, 8));
            assertThat(m.place()).isEqualTo("Kommunhuset, Valsjörummet");
        });
        assertThat(draft.attendance())
                .filteredOn(a -> "Iris Kvarn".equals(a.name()))
                .extracting(Attendee::serving, Attendee::presentFor)
                .containsExactly(
                        tuple(true, List.of(List.of(84, 84))), tuple(false, List.of(List.of(80, 83), List.of(85, 86))));
    }

    @Test
    void readsMinutesInCapitals() {
        Draft draft = Imports.file("o-shouting.txt").draft();
        assertThat(draft.association())
                .isEqualTo(new Draft.AssociationName("SAMORDNINGSFÖRBUNDET FYRSJÖN", "222000-9918"));
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.number()).isEqualTo(2);
            assertThat(m.year()).isEqualTo(2025);
            assertThat(m.start()).isEqualTo(LocalTime.of(9, 30));
        });
        assertThat(draft.numbering())
                .isNotNull()
                .satisfies(n -> assertThat(n.policy()).isEqualTo(NumberingPolicy.PER_YEAR));
        assertThat(draft.items()).extracting(Item::number).containsExactly(10, 11, 12, 13, 14, 15, 16, 17);
        assertThat(Imports.item(draft, 13).decisions())
                .containsExactly(
                        Imports.clause("att godkänna budgetuppföljningen"),
                        Imports.clause("att uppdra till kansliet att återkomma i juni med en prognos"));
        assertThat(Imports.item(draft, 14).blocks())
                .extracting(Block::text)
                .containsExactly(
                        "A. Grön rehab",
                        "Ansökan avser 400 000 kronor.",
                        "B. Unga in",
                        "Ansökan avser 250 000 kronor.");
        assertThat(Imports.item(draft, 14).decisions())
                .containsExactly(
                        new Decision("att bevilja 400 000 kronor.", Draft.DecisionForm.RUN_IN, 2, List.of()),
                        Imports.runIn("att avslå ansökan."));
        assertThat(draft.signatories())
                .extracting(Signatory::name)
                .as("as the attendance writes them")
                .containsExactly("Ebba Trast", "Signe Holmer", "Nils Åby");
        assertThat(Imports.attendee(draft, "Ebba Trast").role()).isEqualTo(AttendeeRole.SECRETARY);
    }

    @Test
    void readsNotesWithHeadingsOverTheirText() {
        Draft draft = Imports.file("p-members-council.txt").draft();
        assertThat(draft.kind()).isEqualTo(MinutesKind.NOTES);
        assertThat(draft.items())
                .extracting(Item::heading)
                .containsExactly(
                        "Inledning",
                        "Vad säger parterna?",
                        "Östra kommun",
                        "Region Ön",
                        "Ekonomi 2025",
                        "Nästa samråd");
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Emma Karp", SignatoryRole.SECRETARY, null, "Vid pennan", null),
                        new Signatory("Agneta Ström", SignatoryRole.CHAIR, null, "Ordförande", null));
        assertThat(Imports.attendee(draft, "Emma Karp").role()).isEqualTo(AttendeeRole.SECRETARY);
        assertThat(Imports.attendee(draft, "Agneta Ström").title()).isEqualTo("kommunalråd");
    }

    @Test
    void readsATitleThatIsASentence() {
        Draft draft = Imports.file("q-decision-first.txt").draft();
        assertThat(draft.association())
                .isEqualTo(new Draft.AssociationName("Kommunalförbundet Räddsamverkan Mitt", "222000-7714"));
        assertThat(draft.body()).isEqualTo("styrelsen");
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2024, 3, 12));
            assertThat(m.start()).isEqualTo(LocalTime.of(9, 0));
            assertThat(m.place()).isEqualTo("Brandstationen, Mittby");
        });
        assertThat(draft.numbering())
                .isNotNull()
                .satisfies(n -> assertThat(List.of(n.first(), n.last())).containsExactly(21, 25));
    }

    @Test
    void readsPeopleWithPlacesAfterTheirPartiesAndTitlesBeforeTheirNames() {
        Draft draft = Imports.file("q-decision-first.txt").draft();
        assertThat(Imports.attendee(draft, "Holger Frid")).satisfies(a -> {
            assertThat(a.role()).isEqualTo(AttendeeRole.CHAIR);
            assertThat(a.party()).isEqualTo("S");
            assertThat(a.represents()).isEqualTo("Mittby");
        });
        assertThat(Imports.attendee(draft, "Mirja Kallio")).satisfies(a -> {
            assertThat(a.serving()).isTrue();
            assertThat(a.title()).isEqualTo("för Ove Strand (S)");
        });
        assertThat(Imports.attendee(draft, "Jan Brand").title()).isEqualTo("Räddningschef");
        assertThat(Imports.attendee(draft, "Rut Facklig").represents()).isEqualTo("Kommunal");
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Isa Penn", SignatoryRole.SECRETARY, null, "Sekreterare", null),
                        new Signatory("Holger Frid", SignatoryRole.CHAIR, null, "Ordförande", null),
                        new Signatory("Tuva Lind", SignatoryRole.ADJUSTER, null, "Justerare", null));
    }

    @Test
    void readsClausesWithASamtOfItsOwnLine() {
        Draft draft = Imports.file("q-decision-first.txt").draft();
        assertThat(Imports.item(draft, 23).decisions())
                .extracting(Decision::text)
                .containsExactly(
                        "Direktionen beslutar att godkänna årsredovisningen för 2023,",
                        "att det negativa resultatet om 312 tkr återställs under 2024-2026, samt",
                        "att översända årsredovisningen till medlemskommunernas fullmäktige för godkännande och prövning"
                                + " av ansvarsfrihet.");
        assertThat(Imports.item(draft, 23).decisions().get(2).sentTo())
                .containsExactly("Medlemskommunerna", "revisorerna");
    }

    @Test
    void readsAnAttendanceInTwoColumns() {
        Draft draft = Imports.of("""
                        Samordningsförbundet Mälarviken
                        Protokoll styrelsemöte 2024-05-23

                        Ledamöter                              Ersättare
                        Ulla-Britt Ek (S), ordförande          Inger Wall (C), tjänstgörande
                        Hans Mo (M), 1:e vice                  Curt Nilsson (V)
                        ordförande
                        Zahra Noori, Försäkringskassan

                        Övriga deltagare                       Frånvarande
                        Sanna Frid, förbundschef               Bengt Lo, Åkerby kommun
                        Joel Berg, sekreterare

                        § 1 Öppnande
                        Mötet öppnas.
                        """).draft();
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::role, Attendee::group)
                .containsExactly(
                        tuple("Ulla-Britt Ek", AttendeeRole.CHAIR, "Ledamöter"),
                        tuple("Hans Mo", AttendeeRole.FIRST_VICE_CHAIR, "Ledamöter"),
                        tuple("Zahra Noori", AttendeeRole.MEMBER, "Ledamöter"),
                        tuple("Inger Wall", AttendeeRole.SUBSTITUTE, "Ersättare"),
                        tuple("Curt Nilsson", AttendeeRole.SUBSTITUTE, "Ersättare"),
                        tuple("Sanna Frid", AttendeeRole.OFFICER, "Övriga deltagare"),
                        tuple("Joel Berg", AttendeeRole.SECRETARY, "Övriga deltagare"),
                        tuple("Bengt Lo", null, "Frånvarande"));
    }

    @Test
    void readsPointsThatEndWithAFullStop() {
        Draft draft = Imports.of("""
                        Mötesprotokoll

                        1. Mötets öppnande.

                        Anna Ek öppnade mötet.

                        2. Val av justerare.

                        Mötet valde Bo Ask.

                        3. Avslutning.

                        Mötet avslutades.
                        """).draft();
        assertThat(draft.items()).extracting(Item::number).containsExactly(1, 2, 3);
        assertThat(draft.items())
                .extracting(Item::heading)
                .containsExactly("Mötets öppnande", "Val av justerare", "Avslutning");
    }

    @Test
    void readsTheNameOfABodyInItsMinutesTitle() {
        Draft draft = Imports.of("""
                        PROTOKOLL

                        Möte med förbundets styrelse den 1 december 2024

                        Närvarande ledamöter
                        Eric Hansson, prodekanus, tjänstgörande ordförande
                        Johanna Börjeson, studentrepresentant
                        Sune Monten, mötesordf. § 7-8

                        § 7 Budget
                        Styrelsen för Norra akademin beslutar att fastställa budgeten.
                        """).draft();
        assertThat(draft.body()).isEqualTo("förbundets styrelse");
        assertThat(draft.meeting()).isNotNull().extracting("date").isEqualTo(java.time.LocalDate.of(2024, 12, 1));
        assertThat(draft.attendance())
                .extracting(Draft.Attendee::role, Draft.Attendee::title, Draft.Attendee::presentFor)
                .containsExactly(
                        tuple(Draft.AttendeeRole.CHAIR, "prodekanus", List.of()),
                        tuple(Draft.AttendeeRole.MEMBER, "studentrepresentant", List.of()),
                        tuple(Draft.AttendeeRole.CHAIR, "mötesordf. § 7-8", List.of()));
        assertThat(Imports.item(draft, 7).decisions()).hasSize(1);
    }

    @Test
    void readsListsOfPeopleBesideEachOtherUnderTheirHeadings() {
        Draft draft = Imports.of("""
                        PROTOKOLL NR 2 2019

                        Närvarande
                        Ordinarie       Ersättare       Adjungerade
                        Anna Berg (S)   Tom Ek (M)      Sara Dahl, samordnare
                        Eva Ny, FK

                        §10. Öppnande
                        Ordföranden öppnar mötet.
                        """).draft();
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.number()).isEqualTo(2);
            assertThat(m.year()).isEqualTo(2019);
        });
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::role)
                .containsExactly(
                        tuple("Anna Berg", AttendeeRole.MEMBER),
                        tuple("Eva Ny", AttendeeRole.MEMBER),
                        tuple("Tom Ek", AttendeeRole.SUBSTITUTE),
                        tuple("Sara Dahl", AttendeeRole.OFFICER));
    }

    @Test
    void readsWhoWasThereOutOfColumnsOfYesAndNo() {
        Draft draft = Imports.of("""
                        PROTOKOLL

                        Ledamöter                             Närvarande    Tjänstgörande
                        Jan Viker (S), Region Dal, ordförande   Ja
                        Lena Öby (S), Dals kommun               Nej

                        Ersättare
                        Kurt Ås (S), Dals kommun                Ja            Ja

                        § 1 Öppnande
                        Ordföranden öppnar mötet.
                        """).draft();
        assertThat(draft.attendance())
                .extracting(Attendee::represents, Attendee::status, Attendee::serving)
                .containsExactly(
                        tuple("Region Dal", Draft.AttendanceStatus.PRESENT, null),
                        tuple("Dals kommun", Draft.AttendanceStatus.ABSENT, null),
                        tuple("Dals kommun", Draft.AttendanceStatus.PRESENT, true));
    }

    @Test
    void readsPeopleAfterTheNameOfTheirOrganisation() {
        Draft draft = Imports.of("""
                        Minnesanteckningar från medlemssamråd

                        Deltagare:
                        Region Dalen: Ann Alm, Bo Berg
                        Dalens kommun: Carin Ceder (S)

                        1. Välkomna
                        Ordföranden hälsar alla välkomna.

                        2. Budget
                        Förslaget gås igenom.

                        3. Avslut
                        Ordföranden tackar.
                        """).draft();
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::represents)
                .containsExactly(
                        tuple("Ann Alm", "Region Dalen"),
                        tuple("Bo Berg", "Region Dalen"),
                        tuple("Carin Ceder", "Dalens kommun"));
    }

    @Test
    void readsAListThatCompletesADecision() {
        Draft draft = Imports.of("""
                        §3 Ansökan

                        Beslut: Arbetsutskottet beslutade att ge Olle Vik i uppdrag att

                        - ta kontakt med länsstyrelsen
                        - återkomma till styrelsen

                        §4 Övrigt

                        -
                        """).draft();
        assertThat(Imports.item(draft, 3).decisions())
                .extracting(Decision::text)
                .containsExactly(
                        "Arbetsutskottet beslutade att ge Olle Vik i uppdrag att ta kontakt med länsstyrelsen",
                        "att återkomma till styrelsen");
        assertThat(Imports.item(draft, 4).blocks()).containsExactly(Block.paragraph("-"));
    }
}
