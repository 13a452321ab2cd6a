package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Deliberation.Choice;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Footnote;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.NextMeeting;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Minutes of bodies with other habits: headings broken by their column, §§ with the year, points, pages signed elsewhere. */
class OtherHabitsTests {

    @Test
    void readsSubstitutesUnderAHeadingThatItsColumnBroke() {
        Draft draft = Imports.file("r-notice-and-substitutes.txt").draft();
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::role, Attendee::serving)
                .contains(
                        tuple("Leif Törnroos", AttendeeRole.SUBSTITUTE, true),
                        tuple("Stina Bergdahl", AttendeeRole.SUBSTITUTE, false),
                        tuple("Rolf Ågren", AttendeeRole.SUBSTITUTE, false))
                .hasSize(11);
        assertThat(Imports.attendee(draft, "Jonas Wikberg").presentFor()).containsExactly(List.of(12, 16));
        assertThat(Imports.attendee(draft, "Rolf Ågren").represents()).isEqualTo("Sjövalla kommun");
    }

    @Test
    void takesClausesInAColumnForNoTable() {
        Draft draft = Imports.file("r-notice-and-substitutes.txt").draft();
        assertThat(Imports.item(draft, 14).decisions())
                .extracting(Decision::text)
                .containsExactly(
                        "Styrelsen beslutar att godkänna årsredovisningen för 2024,",
                        "att överlämna den till förbundets medlemmar och revisorer, samt",
                        "att förklara paragrafen omedelbart justerad.");
        assertThat(Imports.item(draft, 15).decisions().get(0).text()).contains("1 april 2025–31 mars 2026");
        assertThat(draft.nextMeetings()).extracting(NextMeeting::date).containsExactly(LocalDate.of(2025, 5, 15));
        assertThat(draft.signatories())
                .extracting(Signatory::name, Signatory::role)
                .containsExactly(
                        tuple("Tove Nyqvist", SignatoryRole.SECRETARY),
                        tuple("Karin Ekdahl", SignatoryRole.CHAIR),
                        tuple("Annika Stenmark", SignatoryRole.ADJUSTER));
    }

    @Test
    void readsATitleWithItsNumberAndParagraphsWithTheirYear() {
        Draft draft = Imports.file("s-signed-elsewhere.txt").draft();
        assertThat(draft.title()).isEqualTo("Protokoll");
        assertThat(draft.subtitle()).isEqualTo("fört vid styrelsemöte med Samordningsförbundet Vänersnäs");
        assertThat(draft.meeting()).extracting("number", "year").containsExactly(3, 2025);
        assertThat(draft.items()).extracting(Item::number).containsExactly(22, 23, 24, 25, 26, 27, 28);
        Attendee late = Imports.attendee(draft, "Mehmet Aydin");
        assertThat(late.represents()).isEqualTo("Arbetsförmedlingen");
        assertThat(late.presentFor()).containsExactly(List.of(24, 28));
        assertThat(Imports.attendee(draft, "Gun Rydell").title()).isNull();
        assertThat(draft.items().toString()).doesNotContain("text=1,", "text=2,");
    }

    @Test
    void takesNobodyTwiceFromThePageOfAnotherSignatureService() {
        Draft draft = Imports.file("s-signed-elsewhere.txt").draft();
        assertThat(draft.signatories())
                .extracting(Signatory::name, Signatory::role)
                .containsExactly(
                        tuple("Camilla Westin", SignatoryRole.SECRETARY),
                        tuple("Ulrika Hammar", SignatoryRole.CHAIR),
                        tuple("Lena Oskarsson", SignatoryRole.ADJUSTER));
    }

    /** Typed in Word, a page number stands right above the other service's heading. */
    @Test
    void saysInARemarkWhenSignersSignedInAnotherService() {
        ImportedDraft read = DraftReader.ofFiles()
                .read("minutes.docx", WordFiles.typed(WordFiles.fixture("s-signed-elsewhere.txt")), Imports.SWEDISH);
        assertThat(read.draft().signatories())
                .extracting(Signatory::name)
                .containsExactly("Camilla Westin", "Ulrika Hammar", "Lena Oskarsson");
        assertThat(read.draft().items().toString()).doesNotContain("BankID");
        assertThat(read.remarks().toString()).contains("ULRIKA HAMMAR, 2025-06-17 16:03:12, BankID");
    }

    @Test
    void takesALineWithThePageNumberAtTheFootOfPagesForAFooter() {
        ImportedDraft read = Imports.file("u-committee-of-council.txt");
        assertThat(read.draft().pageFooter())
                .isEqualTo("Bråvalla kommun • Box 12, 600 99 Bråvalla • www.bravalla.example");
        assertThat(read.draft().pageHeader()).doesNotContain("Box 12");
        assertThat(read.remarks()).extracting(Remark::at).contains("/pageFooter");
    }

    @Test
    void readsNumbersBeforeTheSignAndNotesAfterFullStops() {
        Draft draft = Imports.file("t-number-before-sign.txt").draft();
        assertThat(draft.meeting()).extracting("number", "year").containsExactly(5, 2024);
        assertThat(draft.items()).extracting(Item::number).containsExactly(44, 45, 46, 47, 48, 49, 50);
        assertThat(draft.footnotes()).extracting(Footnote::mark).containsExactly("1", "2");
        assertThat(draft.items().toString()).contains("nedan.[^1]", "Växthuset[^2]");
        assertThat(Imports.attendee(draft, "Kerstin Mo").presentFor()).containsExactly(List.of(47, 48));
        assertThat(Imports.attendee(draft, "Nils Grahn"))
                .extracting(Attendee::role, Attendee::status)
                .containsExactly(AttendeeRole.MEMBER, AttendanceStatus.EXCUSED);
    }

    @Test
    void readsAVoteWithoutAHeading() {
        Draft draft = Imports.file("t-number-before-sign.txt").draft();
        assertThat(Imports.item(draft, 47).votes().get(0).ballots())
                .extracting("name", "choice")
                .contains(tuple("Petra Lönn", Choice.YES), tuple("Maj-Britt Öhman", Choice.NO))
                .hasSize(5);
        assertThat(Imports.item(draft, 47).decisions())
                .extracting(Decision::text)
                .startsWith("Styrelsen beslutade således med 4 röster mot 1 att fastställa budgeten för 2025 samt");
        assertThat(draft.signatories())
                .extracting(Signatory::name, Signatory::role)
                .containsExactly(
                        tuple("Susanne Hallin", SignatoryRole.SECRETARY),
                        tuple("Gunilla Sjödin", SignatoryRole.CHAIR),
                        tuple("Bo Rasmusson", SignatoryRole.ADJUSTER));
    }

    @Test
    void takesNoProposalForADecision() {
        Draft draft = Imports.file("u-committee-of-council.txt").draft();
        assertThat(draft.body()).isEqualTo("Kultur- och fritidsnämndens arbetsutskott");
        assertThat(Imports.item(draft, 31).decisions())
                .extracting(Decision::text)
                .containsExactly(
                        "Arbetsutskottet föreslår kultur- och fritidsnämnden att bevilja Bråvalla IF ett bidrag"
                                + " om 40 000 kronor.");
        assertThat(Imports.item(draft, 31).blocks().toString())
                .contains("Nämnden beviljar Bråvalla IF ett bidrag om 40 000 kronor.");
        assertThat(Imports.item(draft, 32).blocks().toString())
                .contains("Torbjörn Axén avstår från att delta i beslutet.");
        assertThat(Imports.attendee(draft, "Claes Uhlin"))
                .extracting(Attendee::role, Attendee::serving)
                .containsExactly(AttendeeRole.SUBSTITUTE, true);
    }

    @Test
    void readsPointsAsTheMattersOfNotes() {
        Draft draft = Imports.file("v-points.txt").draft();
        assertThat(draft.items())
                .extracting(Item::number, Item::heading)
                .endsWith(
                        tuple(1, "Välkomna"),
                        tuple(2, "Budgetläget"),
                        tuple(3, "Förbundsordningen"),
                        tuple(4, "Kommande möten"),
                        tuple(5, "Avslut"));
        assertThat(draft.items().get(0).blocks().toString()).contains("Förhindrade: Arbetsförmedlingen");
        assertThat(draft.nextMeetings()).extracting(NextMeeting::date).containsExactly(LocalDate.of(2025, 3, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-notice-and-substitutes.txt", "u-committee-of-council.txt", "v-points.txt"})
    void readsTheSameTypedInWord(String name) {
        Draft plain = Imports.file(name).draft();
        Draft word = DraftReader.ofFiles()
                .read("minutes.docx", WordFiles.typed(WordFiles.fixture(name)), Imports.SWEDISH)
                .draft();
        assertThat(word.attendance()).isEqualTo(plain.attendance());
        assertThat(word.signatories()).isEqualTo(plain.signatories());
        assertThat(word.meeting()).isEqualTo(plain.meeting());
        assertThat(word.items())
                .extracting(Item::number, Item::heading, i -> i.decisions().size())
                .isEqualTo(plain.items().stream()
                        .map(i -> tuple(i.number(), i.heading(), i.decisions().size()))
                        .toList());
    }

    @Test
    void readsWhoWasCalledAndDidNotCome() {
        Draft draft = Imports.of("""
                        PROTOKOLL STYRELSEN
                        Samordningsförbundet Kust Nordost
                        Sammanträde 2015-03-20
                        Dnr 0002/15 (§§ 13 t o m 14)                        1(3)

                        Kallade och närvarande ledamöter och ersättare
                        Eva Hellberg            Ordförande
                        Lena Mark               Ersättare, tjänstgörande

                        Kallade men ej närvarande
                        Inger Palm              Ledamot

                        Meddelat frånvaro: Kate Gill

                        § 13 Öppnande
                        Ordföranden öppnar mötet.

                        § 14 Ansökningar
                        § 14.1 Jobbspåret
                        Kommunen ansöker om 600 tkr.
                        Beslut: Ansökan beviljas.

                        Protokollet är digitalt signerat av:
                        Jan Jonsson, sekreterare
                        Eva Hellberg, ordförande
                        """).draft();
        assertThat(draft.caseNumber()).isEqualTo("0002/15");
        assertThat(draft.meeting()).isNotNull().extracting("date").isEqualTo(LocalDate.of(2015, 3, 20));
        assertThat(draft.attendance())
                .extracting(Attendee::name, Attendee::status)
                .containsExactly(
                        tuple("Eva Hellberg", AttendanceStatus.PRESENT),
                        tuple("Lena Mark", AttendanceStatus.PRESENT),
                        tuple("Inger Palm", AttendanceStatus.ABSENT),
                        tuple("Kate Gill", AttendanceStatus.EXCUSED));
        assertThat(Imports.item(draft, 14).blocks().get(0).text()).isEqualTo("§ 14.1 Jobbspåret");
        assertThat(draft.signatories())
                .extracting(Signatory::name, Signatory::role)
                .containsExactly(
                        tuple("Jan Jonsson", SignatoryRole.SECRETARY), tuple("Eva Hellberg", SignatoryRole.CHAIR));
    }

    @Test
    void readsMattersThatAreCalledSoAfterANotice() {
        Draft draft = Imports.of("""
                        Minnesanteckningar beredningsgruppen
                        Antecknare: Urban Yngve

                        Tillkännagivande av protokollsjustering
                        Anslaget tas ner 2022-10-26.

                        Ärende 1        Mötets öppnande

                        Ordföranden öppnar mötet.

                        Ärende 2        Val av justerare

                        Eva Blom väljs.

                        Ärende 3        Avslutning

                        Mötet avslutas.
                        """).draft();
        assertThat(draft.kind()).isEqualTo(Draft.MinutesKind.NOTES);
        assertThat(draft.body()).isEqualTo("beredningsgruppen");
        assertThat(draft.attendance()).extracting(Attendee::role).containsExactly(AttendeeRole.SECRETARY);
        assertThat(draft.items()).extracting(Item::number).containsExactly(null, 1, 2, 3);
    }
}
