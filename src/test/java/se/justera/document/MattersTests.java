package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;

/** What the pages say of a matter: calls of notes in its heading, who did what, with party, and reservations as sentences. */
class MattersTests {

    private static final Draft NOTES = Drafts.read("council-notes");
    private static final byte[] PAGES = new ArchiveTypesetter(Clock.systemUTC()).sealablePdf(Drafts.order(NOTES));

    @Test
    void callsANoteInAHeadingAsInTheText() {
        assertThat(PdfReader.text(PAGES)).contains("Medlemsavgift 20271 och *senare*[^saknas] Förslaget");
        PdfReader.read(PAGES, document -> {
            var tags = new Tags(document);
            COSDictionary note = tags.elements().stream()
                    .filter(element -> Tags.is(element, "Note"))
                    .findFirst()
                    .orElseThrow();
            COSDictionary heading = note.getCOSDictionary(COSName.P);
            assertThat(heading.getNameAsString(COSName.S)).isEqualTo("H2");
            assertThat(MarkedText.of(note, document).replace('\u00A0', ' '))
                    .isEqualTo("1 Beslutades för 2026 den 20 november.");
            assertThat(Tags.kids(heading).stream()
                            .filter(kid -> Tags.is(kid, "Link"))
                            .map(kid -> ((COSDictionary) kid).getString(COSName.ALT)))
                    .containsExactly("Fotnot 1");
            assertThat(PdfReader.text(document, 1, 1))
                    .contains("Beslutades för 2026")
                    .doesNotContain("Noter ");
        });
    }

    @Test
    void staysConformantWithANoteInAHeading() {
        assertThat(Conformance.faults(PAGES)).isEmpty();
    }

    @Test
    void leavesTheCallOutOfTheBookmark() {
        PdfReader.read(PAGES, document -> {
            List<String> bookmarks = new ArrayList<>();
            document.getDocumentCatalog().getDocumentOutline().children().forEach(b -> bookmarks.add(b.getTitle()));
            assertThat(bookmarks).contains("Medlemsavgift 2027 och *senare*");
        });
    }

    /** So many letters before it that the call comes to stand everywhere at a line's end. */
    @Test
    void noLinePartsACallFromTheWordAndTheSignsItStandsAt() {
        var blocks = new StringBuilder();
        for (int letters = 60; letters < 110; letters++) {
            blocks.append("{\"text\": \"")
                    .append("ord ".repeat(letters / 4))
                    .append("i".repeat(letters % 4 + 1))
                    .append(" nivån[^1]. Därefter fortsätter texten på nästa rad.\"},");
        }
        Draft draft = Drafts.parse("{\"items\": [{\"number\": 1, \"heading\": \"Rubrik\", \"blocks\": ["
                + blocks.substring(0, blocks.length() - 1)
                + "]}], \"footnotes\": [{\"mark\": \"1\", \"text\": \"En not.\"}]}");
        PdfReader.read(new ArchiveTypesetter(Clock.systemUTC()).draftPdf(draft), document -> {
            int called = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                for (String line : PdfReader.lines(document, page)) {
                    assertThat(line).doesNotMatch("1?\\..*");
                    called += line.contains("nivån1.") ? 1 : 0;
                }
            }
            assertThat(called).isEqualTo(50);
        });
    }

    @Test
    void setsWhatLeadsToSeveralDecisionsOverThem() {
        assertThat(decided("""
                {"text": "Styrelsen beslutar att godkänna rapporten"}, {"text": "att sända den till medlemmarna"}"""))
                .contains("Styrelsen beslutar • att godkänna rapporten • att sända den till medlemmarna");
        assertThat(decided("""
                {"text": "Utskottet föreslår nämnden besluta följande: Rapporten godkänns."}, {"text": "Chefen får i uppdrag att sända den."}"""))
                .contains("besluta följande: • Rapporten godkänns. • Chefen får i uppdrag att sända den.");
        assertThat(decided("""
                {"text": "Styrelsen beslutar att godkänna rapporten"}, {"text": "Styrelsen tackar för den."}""")).contains("• Styrelsen beslutar att godkänna rapporten • Styrelsen tackar för den.");
    }

    @Test
    void countsDecisionsThatAreNumbered() {
        assertThat(decided("""
                {"text": "Rapporten godkänns.", "numbered": true}, {"text": "Den sänds till medlemmarna.", "numbered": true}""")).contains("1. Rapporten godkänns. 2. Den sänds till medlemmarna.");
    }

    private static String decided(String decisions) {
        Draft draft = Drafts.parse(
                "{\"items\": [{\"number\": 1, \"heading\": \"Rapport\", \"decisions\": [" + decisions + "]}]}");
        return PdfReader.text(new ArchiveTypesetter(Clock.systemUTC()).draftPdf(draft));
    }

    @Test
    void putsTheNoteOfAHeadingWithTheMatterWhereTheLayoutAsksForThat() {
        Draft draft = Drafts.parse("""
                {"items": [{"number": 1, "heading": "Rubrik[^1]", "blocks": [{"text": "Text."}]}, {"number": 2, "heading": "Slut"}],
                 "footnotes": [{"mark": "1", "text": "En not."}], "layout": {"footnotes": "ITEM"}}
                """);
        assertThat(PdfReader.text(new ArchiveTypesetter(Clock.systemUTC()).draftPdf(draft)))
                .contains("§ 1 Rubrik1 Text. 1 En not. § 2 Slut");
    }

    @Test
    void namesPeopleWithTheirPartyWhereTheAttendanceSaysIt() {
        assertThat(PdfReader.text(PAGES))
                .contains("Birk Olofsbo (M): oförändrad avgift")
                .contains("Cilla Tranvik (C), med instämmande av Asta Grevby (S): bifall")
                .contains("Asta Grevby (S) Ja Cilla Tranvik Ja Birk Olofsbo (M) Nej")
                .contains("Birk Olofsbo (M): uppdrag i föreningen. Ersätts av Asta Grevby (S)");
    }

    @Test
    void saysReservationsInSentences() {
        assertThat(PdfReader.text(PAGES))
                .contains("• Birk Olofsbo (M) reserverar sig mot beslutet. •")
                .contains(
                        "• Birk Olofsbo (M) och Cilla Tranvik reserverar sig mot beslutet till förmån för egna yrkanden. •")
                .contains("• Mot beslutet reserverade sig Birk Olofsbo (M) till förmån för eget yrkande. •")
                .contains("• Cilla Tranvik: Avgiften borde ha utretts mer1.");
    }

    /** Where the decision stands first, with nothing before it, what led to it follows the text. */
    @Test
    void tellsWhatLedToADecisionBeforeItAlsoWhereTextFollowsIt() {
        String item = """
                {"number": 1, "heading": "Taxa", "blocks": [{"text": "Ett förslag finns."}, {"text": "En anteckning."}],
                 "proposals": [{"by": "Siv Malm", "text": "bifall"}],
                 "decisions": [{"form": "CLAUSE", "text": "att anta taxan", "after": %d}]}
                """;
        assertThat(text(item.formatted(1))).containsSubsequence("Ett förslag", "bifall", "att anta", "En anteckning");
        assertThat(text(item.formatted(0))).containsSubsequence("att anta", "Ett förslag", "En anteckning", "bifall");
        assertThat(text(item.formatted(2))).containsSubsequence("Ett förslag", "En anteckning", "bifall", "att anta");
    }

    private static String text(String item) {
        return PdfReader.text(
                new ArchiveTypesetter(Clock.systemUTC()).draftPdf(Drafts.parse("{\"items\": [" + item + "]}")));
    }

    @Test
    void keepsTheClausesOfOneDecisionInOneBoxAndSaysOnceWhereItIsSent() {
        Draft draft = Drafts.parse("""
                {"items": [{"number": 1, "heading": "Budget", "decisions": [
                  {"form": "UNLABELLED", "text": "Styrelsen beslutar att fastställa budgeten, samt"},
                  {"form": "UNLABELLED", "text": "att uppdra åt direktören att sända den.", "sentTo": ["Medlemmarna"]}]},
                 {"number": 2, "heading": "Taxa", "decisions": [
                  {"form": "CLAUSE", "text": "att anta taxan"},
                  {"form": "CLAUSE", "text": "att sända den ut", "sentTo": ["Revisorerna"]}]},
                 {"number": 3, "heading": "Val", "decisions": [
                  {"form": "CLAUSE", "text": "att välja Siv Malm,", "sentTo": ["Siv Malm"]},
                  {"form": "CLAUSE", "text": "att lägga resten till handlingarna"},
                  {"form": "UNLABELLED", "text": "Frågan återkommer."}]}]}
                """);
        String html = HtmlFragment.of(draft, Locale.forLanguageTag("sv"));
        assertThat(html.split("class=\"govuk-inset-text\"", -1)).hasSize(1 + 1 + 1 + 3);
        assertThat(PdfReader.text(new ArchiveTypesetter(Clock.systemUTC()).draftPdf(draft)))
                .contains("sända den. Beslutet skickas till: Medlemmarna")
                .contains("• att anta taxan • att sända den ut Beslutet skickas till: Revisorerna")
                .contains("att välja Siv Malm, Beslutet skickas till: Siv Malm Beslut att lägga");
    }

    @Test
    void losesNoWordOfIt() {
        assertThat(PrintedText.onPages(PAGES).lackingOf(NOTES)).isEmpty();
        assertThat(PrintedText.onScreen(HtmlFragment.of(NOTES, Locale.ENGLISH)).lackingOf(NOTES))
                .isEmpty();
    }
}
