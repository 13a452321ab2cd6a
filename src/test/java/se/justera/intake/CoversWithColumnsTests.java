package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Deliberation.Ballot;
import se.justera.minutes.Deliberation.Choice;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Deliberation.Proposal;
import se.justera.minutes.Deliberation.Reservation;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** A cover in columns with a notice on it, and matters with the decision first: as text keeps the layout of a PDF. */
class CoversWithColumnsTests {

    private final ImportedDraft imported = Imports.file("l-notice-on-cover.txt");
    private final Draft draft = imported.draft();

    @Test
    void readsTheHeadOutOfColumns() {
        assertThat(draft.association()).isEqualTo(new Draft.AssociationName("Samordningsförbundet Älvkroken", null));
        assertThat(draft.title()).isEqualTo("SAMMANTRÄDESPROTOKOLL");
        assertThat(draft.body()).isEqualTo("Förbundsstyrelsen");
        assertThat(draft.adjustmentDay()).isEqualTo(LocalDate.of(2024, 2, 23));
        assertThat(draft.meeting()).isNotNull().satisfies(m -> {
            assertThat(m.date()).isEqualTo(LocalDate.of(2024, 2, 16));
            assertThat(m.start()).isEqualTo(LocalTime.of(9, 0));
            assertThat(m.end()).isEqualTo(LocalTime.of(11, 45));
            assertThat(m.place()).isEqualTo("Region Norrlands lokaler, Hamngatan 4, Älvsund");
        });
        assertThat(draft.numbering()).isNotNull().satisfies(n -> {
            assertThat(n.first()).isEqualTo(1);
            assertThat(n.last()).isEqualTo(9);
        });
    }

    @Test
    void readsWhoServesForWhomAndWhoCameForSomeMatters() {
        assertThat(draft.attendance()).hasSize(10);
        assertThat(Imports.attendee(draft, "Pia Noréus")).satisfies(a -> {
            assertThat(a.role()).isEqualTo(AttendeeRole.SUBSTITUTE);
            assertThat(a.serving()).isTrue();
            assertThat(a.party()).isEqualTo("C");
            assertThat(a.represents()).isEqualTo("Bergs kommun");
            assertThat(a.title()).isEqualTo("för Lars Ohlén (C)");
        });
        assertThat(Imports.attendee(draft, "Birgit Åslund").presentFor()).containsExactly(List.of(1, 6));
        assertThat(Imports.attendee(draft, "Yusuf al Hadid").represents()).isEqualTo("Försäkringskassan");
        assertThat(Imports.attendee(draft, "Kim Dahlin").role()).isEqualTo(AttendeeRole.SECRETARY);
    }

    @Test
    void readsTheSignaturesBesideTheRangeOfParagraphs() {
        assertThat(draft.signatories())
                .containsExactly(
                        new Signatory("Kim Dahlin", SignatoryRole.SECRETARY, null, "Sekreterare", null),
                        new Signatory("Märta Hedvall", SignatoryRole.CHAIR, null, "Ordförande", null),
                        new Signatory("Yusuf al Hadid", SignatoryRole.ADJUSTER, null, "Justerande", null));
    }

    @Test
    void keepsTheNoticeTogetherAndSaysSo() {
        Item notice = draft.items().get(0);
        assertThat(notice.heading()).isEqualTo("ANSLAG / BEVIS");
        assertThat(notice.blocks()).extracting(Block::type).containsExactly(BlockType.PARAGRAPH, BlockType.BULLETS);
        assertThat(notice.blocks().get(1).children())
                .contains(
                        Block.paragraph("Datum då anslaget sätts upp: 2024-02-26"),
                        Block.paragraph("Datum då anslaget tas ned: 2024-03-19"));
        assertThat(imported.remarks())
                .filteredOn(r -> r.at().equals("/items/0"))
                .extracting(Remark::text)
                .containsExactly(
                        "”ANSLAG / BEVIS” är ett anslag för anslagstavlan. Det står kvar som ett avsnitt utan nummer.");
    }

    @Test
    void readsHeadingsUnderTheNumberOfTheCase() {
        assertThat(draft.items().stream().skip(1).map(Item::heading))
                .containsExactly(
                        "Sammanträdets öppnande",
                        "Val av justerare",
                        "Fastställande av föredragningslistan",
                        "Årsredovisning 2023",
                        "Ansökan om medel till Stegen",
                        "Lägesrapport från förbundschefen",
                        "Internkontrollplan",
                        "Lokaler",
                        "Sammanträdet avslutas");
        assertThat(Imports.item(draft, 4).caseNumber()).isEqualTo("2023/88");
        assertThat(Imports.item(draft, 7).withdrawn()).isTrue();
        assertThat(Imports.item(draft, 8).immediateAdjustment()).isTrue();
    }

    @Test
    void readsDecisionsAndWhoGetsThem() {
        List<String> sentTo = List.of("Älvsunds kommun", "Bergs kommun", "Region Norrland", "Revisorerna");
        assertThat(Imports.item(draft, 4).decisions())
                .extracting(Draft.Decision::text)
                .containsExactly(
                        "Årsredovisningen för 2023 godkänns.",
                        "Årsredovisningen överlämnas till medlemmarnas fullmäktige och till revisorerna.");
        assertThat(Imports.item(draft, 4).decisions()).allMatch(d -> d.sentTo().equals(sentTo));
        assertThat(Imports.item(draft, 3).decisions())
                .extracting(Draft.Decision::text)
                .containsExactly(
                        "Föredragningslistan fastställs med följande ändringar: Ärende 7 utgår.",
                        "Ett nytt ärende om lokaler läggs till.");
    }

    @Test
    void readsHowADecisionCameAbout() {
        Item item = Imports.item(draft, 5);
        assertThat(item.blocks()).isEmpty();
        assertThat(item.caseNumber()).isEqualTo("2024/14");
        assertThat(item.decisions()).hasSize(1);
        assertThat(item.conflictsOfInterest())
                .containsExactly(new ConflictOfInterest(
                        "Anna-Karin Sjö-Berg", "anmäler jäv och deltar inte i handläggningen av ärendet.", null));
        assertThat(item.proposals())
                .containsExactly(
                        new Proposal("Märta Hedvall", "bifall till förslaget."),
                        new Proposal("Gösta Ljungkvist", "avslag på förslaget."));
        assertThat(item.propositionOrder())
                .isEqualTo("Ordföranden ställer proposition på bifall mot avslag och finner att styrelsen bifaller"
                        + " förslaget. Omröstning begärs.");
        assertThat(item.votes()).singleElement().satisfies(vote -> {
            assertThat(vote.question())
                    .isEqualTo("Den som röstar för bifall till förslaget röstar ja."
                            + " Den som röstar för avslag röstar nej.");
            assertThat(vote.yes()).isEqualTo(3);
            assertThat(vote.no()).isEqualTo(1);
            assertThat(vote.abstained()).isNull();
            assertThat(vote.result())
                    .isEqualTo("Med 3 ja-röster mot 1 nej-röst beslutar förbundsstyrelsen att bifalla förslaget.");
            assertThat(vote.ballots())
                    .containsExactly(
                            new Ballot("Märta Hedvall", Choice.YES),
                            new Ballot("Yusuf al Hadid", Choice.YES),
                            new Ballot("Pia Noréus", Choice.YES),
                            new Ballot("Gösta Ljungkvist", Choice.NO));
        });
        assertThat(item.reservations())
                .containsExactly(new Reservation(
                        List.of("Gösta Ljungkvist"),
                        "Gösta Ljungkvist (M) reserverar sig mot beslutet till förmån för eget yrkande."));
    }

    @Test
    void nestsEntriesWithAnotherMarkUnderTheOneBefore() {
        Block list = Imports.item(draft, 6).blocks().get(2);
        assertThat(list.type()).isEqualTo(BlockType.BULLETS);
        assertThat(list.children())
                .extracting(Block::text)
                .containsExactly(
                        "Rekrytering av processledare pågår. Annonsen har gett 34 sökande och intervjuer hålls under mars.",
                        "Finsamdagarna",
                        "Lokalerna på Hamngatan sägs upp.");
        assertThat(list.children().get(1).children())
                .containsExactly(new Block(
                        BlockType.BULLETS,
                        null,
                        List.of(Block.paragraph("Programmet är klart."), Block.paragraph("Tre platser är bokade."))));
    }

    @Test
    void readsTheRangeOfParagraphsAloneBesideTheHeadingOfTheSignatures() {
        Draft read = Imports.of("""
                        PROTOKOLL

                        Underskrifter:                                    Paragrafer 84-85

                        Sekreterare:          ………
                                              Therese Hellman
                        Ordförande:           ………..
                                              Inga Trodal

                        § 84 Öppnande
                        Ordföranden öppnar mötet.
                        """).draft();
        assertThat(read.items()).extracting(Draft.Item::number).containsExactly(84);
        assertThat(read.signatories())
                .extracting(Draft.Signatory::name)
                .containsExactly("Therese Hellman", "Inga Trodal");
    }
}
