package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** A draft that is set as pages, taken out of them as bare text and read again says the same. */
class RoundTripTests {

    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(Clock.systemUTC());
    private static final Map<String, byte[]> PAGES = new ConcurrentHashMap<>();

    /**
     * Where a line happens to end with a sentence and is full, bare text does not say whether the paragraph does too; nor
     * whether a short line is a heading of its own.
     */
    private static final Set<String> FULL_LINES = Set.of(
            "ab-annual-meeting.txt",
            "b-board.txt",
            "e-members-notes.txt",
            "i-members-notes.txt",
            "p-members-council.txt",
            "s-signed-elsewhere.txt",
            "u-committee-of-council.txt");

    /** Tables without bars need the gaps between their columns, quotations and headings without numbers blank lines. */
    private static final Set<String> NEEDING_GAPS = Set.of(
            "g-notes.md",
            "t-number-before-sign.txt",
            "x-council-committee-layout.txt",
            "aa-columns-apart.txt",
            "bb-att-clauses-over-pages.txt",
            "bd-memory-list.txt");

    /** What of them comes back where the tool shows gaps or blank lines. */
    private static final Map<String, Set<String>> WITH_GAPS = Map.of(
            "", Set.of("t-number-before-sign.txt"),
            "-layout", Set.of("t-number-before-sign.txt", "x-council-committee-layout.txt"),
            "-raw", Set.of());

    /** Paragraphs without a number that stand beside each other between cover and text. */
    private static final Set<String> LOOSE_ON_THE_COVER =
            Set.of("l-notice-on-cover.txt", "n-votes-and-lists.txt", "r-notice-and-substitutes.txt");

    /** Where a line that is a heading by its looks stands among others of its kind. */
    private static final Set<String> PARTS_OF_TEXT = Set.of("u-committee-of-council.txt");

    static Stream<String> shapes() {
        return Imports.SHAPES.stream().filter(name -> !NEEDING_GAPS.contains(name));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void holdsForEveryShape(String name) {
        assertSame(name, text(pages(name), "\n\f"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void holdsWithoutMarksBetweenPages(String name) {
        assertSame(name, text(pages(name), "\n"));
    }

    static Stream<Arguments> shapesByTool() {
        return WITH_GAPS.entrySet().stream()
                .flatMap(tool -> Stream.concat(shapes(), tool.getValue().stream())
                        .filter(name -> !tool.getKey().equals("-layout") || !LOOSE_ON_THE_COVER.contains(name))
                        .map(name -> Arguments.of(name, tool.getKey())));
    }

    /** Poppler in its three ways: by blocks, keeping the places on the page, and in the order of the contents. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("shapesByTool")
    void holdsForTheToolThatEverybodyHas(String name, String option) {
        Draft given = Imports.file(name).draft();
        Draft read = Imports.of(Pdftotext.of(pages(name), option)).draft();
        assertThat(Structure.itemsAsWords(read)).containsExactlyElementsOf(Structure.itemsAsWords(given));
        assertSameBesidesItems(given, read);
    }

    /** None of the sub-headings becomes text, whatever blank lines the tool sets. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("shapesByTool")
    void keepsSubheadingsForTheToolThatEverybodyHas(String name, String option) {
        assumeFalse(PARTS_OF_TEXT.contains(name));
        List<String> given = Structure.subheadings(Imports.file(name).draft());
        assertThat(Structure.subheadings(
                        Imports.of(Pdftotext.of(pages(name), option)).draft()))
                .containsAll(given);
    }

    private static void assertSame(String name, String text) {
        Draft given = Imports.file(name).draft();
        Draft read = Imports.of(text).draft();
        if (FULL_LINES.contains(name)) {
            assertThat(Structure.itemsAsWords(read)).containsExactlyElementsOf(Structure.itemsAsWords(given));
        } else {
            assertThat(Structure.itemsAsBareText(read)).containsExactlyElementsOf(Structure.itemsAsBareText(given));
        }
        assertSameBesidesItems(given, read);
    }

    private static void assertSameBesidesItems(Draft given, Draft read) {
        assertThat(Structure.people(read)).containsExactlyInAnyOrderElementsOf(Structure.people(given));
        assertThat(Structure.signatories(read)).containsExactlyElementsOf(Structure.signatories(given));
        assertThat(Structure.rest(read)).containsExactlyElementsOf(Structure.rest(given));
        assertThat(Structure.facts(read)).containsExactlyElementsOf(Structure.facts(given));
    }

    @ParameterizedTest
    @EnumSource(Draft.FootnotePlace.class)
    void keepsANoteThatAHeadingCallsAndSaysReservationsAgain(Draft.FootnotePlace place) {
        Draft given = DraftJson.read("""
                {"association": {"name": "Samordningsförbundet Lomsjön"}, "kind": "PROTOCOL", "body": "Styrelsen",
                 "meeting": {"date": "2026-04-16"},
                 "attendance": [{"name": "Asta Grevby", "role": "CHAIR", "party": "S", "group": "Ledamöter", "status": "PRESENT"},
                   {"name": "Birk Olofsbo", "role": "MEMBER", "party": "M", "group": "Ledamöter", "status": "PRESENT"}],
                 "items": [
                   {"number": 48, "heading": "Fördjupad samverkan[^1]", "blocks": [{"type": "PARAGRAPH", "text": "Frågan gicks igenom[^2]."}],
                    "proposals": [{"by": "Birk Olofsbo", "text": "Avslag på förslaget."}],
                    "decisions": [{"text": "att bifalla förslaget", "form": "CLAUSE"}],
                    "reservations": [{"names": ["Birk Olofsbo"]},
                      {"names": ["Birk Olofsbo"], "text": "Mot beslutet reserverade sig Birk Olofsbo (M) till förmån för eget yrkande."}]},
                   {"number": 49, "heading": "Avslutning", "blocks": [{"type": "PARAGRAPH", "text": "Mötet avslutades."}]}],
                 "footnotes": [{"mark": "1", "text": "Se protokoll 2025-11-20."}, {"mark": "2", "text": "Utsänd den 2 april."}],
                 "signatories": [{"name": "Asta Grevby", "role": "CHAIR"}],
                 "layout": {"signatures": "LAST", "attendance": "LIST", "footnotes": "%s"}}
                """.formatted(place));
        byte[] pages = TYPESETTER.draftPdf(given);
        Stream.of(
                        text(pages, "\n\f"),
                        Pdftotext.of(pages, ""),
                        Pdftotext.of(pages, "-layout"),
                        Pdftotext.of(pages, "-raw"))
                .map(text -> Imports.of(text).draft())
                .forEach(read -> {
                    assertThat(Structure.items(read)).containsExactlyElementsOf(Structure.items(given));
                    assertThat(read.footnotes()).isEqualTo(given.footnotes());
                    assertThat(read.attendance()).isEqualTo(given.attendance());
                });
    }

    /** The data inside the file says what text cannot: all comes back as it was. */
    @ParameterizedTest
    @FieldSource("se.justera.intake.Imports#SHAPES")
    void isExactFromTheFileItself(String name) {
        Draft given = Imports.file(name).draft();
        byte[] sealable = TYPESETTER.sealablePdf(
                new DocumentOrder(given, List.of(), "ABCD-EFGH-JKMN", URI.create("https://justera.example/v"), true));
        assertThat(DraftReader.ofFiles().read("minutes.pdf", sealable, Imports.SWEDISH))
                .isEqualTo(new ImportedDraft(given.withoutAddresses(), List.of()));
    }

    private static byte[] pages(String name) {
        return PAGES.computeIfAbsent(
                name, shape -> TYPESETTER.draftPdf(Imports.file(shape).draft()));
    }

    private static String text(byte[] pdf, String pageEnd) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setPageEnd(pageEnd);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
