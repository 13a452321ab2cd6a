package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

class PageBreakTests {

    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(Clock.systemUTC());

    /** Where the text of pages begins, in points below their edge: 32 mm. */
    private static final float TOP_OF_TEXT = 90.7f;

    @Test
    void whatTheSignaturesMeanNeverStandsAlone() {
        Draft cover = Drafts.read("board-cover");
        for (int lines = 0; lines < 12; lines++) {
            var items = new ArrayList<Item>(cover.items());
            items.add(rows(lines));
            on(cover.withItems(items, List.of()), document -> {
                int last = document.getNumberOfPages();
                assertThat(PdfReader.text(document, last, last)).contains("Nästa styrelsemöte", "Om underskrifterna");
            });
        }
    }

    /** So many lines before them that the signatures come to stand everywhere on a page. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void signaturesStandWithTheEndOfTheText(int signers) {
        for (int lines = 0; lines < 36; lines += 3) {
            on(minutes(signers, rows(lines), closing("Ordföranden avslutar mötet.")), document -> {
                int heading = pageOf("Underskrifter", document);
                assertThat(pageOf("Ordföranden avslutar", document)).isEqualTo(heading);
                assertThat(pageOf("Om underskrifterna", document)).isEqualTo(heading);
                assertThat(pagesOfSignatures(document, signers)).containsOnly(heading);
            });
        }
    }

    @Test
    void aLongLastParagraphStaysWhereItIs() {
        String text = "Ordföranden tackade alla för ett gott arbete under året. "
                .repeat(24)
                .strip();
        for (int lines = 6; lines < 30; lines += 4) {
            on(minutes(2, rows(lines), closing(text)), document -> {
                assertThat(pageOf("§99 Avslutning", document) - pageOf("Rad ", document))
                        .isBetween(0, 1);
                int last = document.getNumberOfPages();
                assertThat(PdfReader.text(document, last, last)).contains("Underskrifter", "Om underskrifterna");
            });
        }
    }

    @Test
    void aVoteIsNotPartedFromItsHeadingNorAConflictOfInterestFromItsMatter() {
        Draft deliberation = Drafts.read("deliberation");
        Item voted = deliberation.items().stream()
                .filter(item ->
                        item.votes().stream().anyMatch(vote -> !vote.ballots().isEmpty()))
                .findFirst()
                .orElseThrow();
        for (int lines = 0; lines < 30; lines += 2) {
            on(deliberation.withItems(List.of(rows(lines), voted), List.of()), document -> {
                int heading = pageOf("Omröstning", document);
                String page = PdfReader.text(document, heading, heading);
                assertThat(page.substring(page.lastIndexOf("Omröstning"))).contains("Namn Röst");
            });
        }
    }

    @Test
    void aLineAfterADecisionIsNotLeftAloneNorALabelFromWhatItNames() {
        var decided = new Item(
                98,
                "Val av justerare",
                List.of(Block.paragraph("Val."), Block.paragraph("Protokollet justeras senast den 19 mars.")),
                List.of(new Decision("att utse Tuva Lind att justera protokollet", null, 1, List.of())),
                null,
                List.of());
        var notice = new Item(
                null,
                "Anslag",
                List.of(
                        Block.paragraph("Anslaget sitter uppe i tre veckor."),
                        Block.paragraph("Underskrift av anslagsansvarig"),
                        Block.paragraph("Ida Wennergård")),
                List.of(),
                null,
                List.of());
        for (int lines = 0; lines < 40; lines++) {
            on(minutes(1, rows(lines), decided, notice, closing("Slut.")), document -> {
                assertThat(pageOf("Protokollet justeras senast", document)).isEqualTo(pageOf("att utse", document));
                assertThat(pageOf("Ida Wennergård", document)).isEqualTo(pageOf("Underskrift av", document));
            });
        }
    }

    /** A heading's space above it ends at the page break, as a paragraph's does. */
    @Test
    void textBeginsAtTheSameHeightOnEveryPage() {
        var matters = IntStream.range(0, 40)
                .mapToObj(i -> new Item(i, "Ärende", rows(i % 7).blocks(), List.of(), null, List.of()))
                .toArray(Item[]::new);
        on(minutes(2, matters), document -> {
            List<Float> tops = IntStream.rangeClosed(2, document.getNumberOfPages())
                    .mapToObj(page -> PdfReader.firstBaseline(document, page, TOP_OF_TEXT))
                    .toList();
            assertThat(tops)
                    .hasSizeGreaterThan(4)
                    .allSatisfy(top -> assertThat(top - TOP_OF_TEXT).isBetween(11f, 14f));
        });
    }

    private static void on(Draft draft, java.util.function.Consumer<PDDocument> check) {
        PdfReader.read(TYPESETTER.sealablePdf(Drafts.order(draft)), check);
    }

    private static Draft minutes(int signers, Item... items) {
        List<Signatory> people = IntStream.rangeClosed(1, signers)
                .mapToObj(i -> new Signatory("Namn Namnsson " + i, SignatoryRole.ADJUSTER, null, null))
                .toList();
        Draft draft = Drafts.read("committee-list");
        return draft.withItems(List.of(items), List.of()).withSignatories(people);
    }

    private static Item closing(String text) {
        return new Item(99, "Avslutning", List.of(Block.paragraph(text)), List.of(), null, List.of());
    }

    private static Item rows(int lines) {
        List<Block> blocks = IntStream.rangeClosed(1, lines)
                .mapToObj(i -> Block.paragraph("Rad " + i + "."))
                .toList();
        return new Item(34, "Rader", blocks, List.of(), null, List.of());
    }

    /** The number of the last page with a line that begins so. */
    private static int pageOf(String beginning, PDDocument document) {
        for (int page = document.getNumberOfPages(); page > 0; page--) {
            if (PdfReader.lines(document, page).stream().anyMatch(line -> line.startsWith(beginning))) {
                return page;
            }
        }
        throw new AssertionError("nowhere: " + beginning);
    }

    private static List<Integer> pagesOfSignatures(PDDocument document, int signers) {
        return document.getDocumentCatalog().getAcroForm(null).getFields().stream()
                .limit(signers)
                .map(PDField::getWidgets)
                .map(widgets -> document.getPages().indexOf(widgets.get(0).getPage()) + 1)
                .toList();
    }
}
