package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.minutes.Draft;

/** A draft that is set as pages, taken out of them as bare text and read again says the same. */
class RoundTripTests {

    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(Clock.systemUTC());
    private static final Map<String, byte[]> PAGES = new ConcurrentHashMap<>();

    /**
     * Where a line happens to end with a sentence and is full, bare text does not say whether the paragraph does too; nor
     * whether a short line is a heading of its own.
     */
    private static final Set<String> FULL_LINES = Set.of(
            "b-board.txt",
            "e-members-notes.txt",
            "i-members-notes.txt",
            "p-members-council.txt",
            "s-signed-elsewhere.txt",
            "u-committee-of-council.txt");

    /**
     * Headings without numbers, quotations and tables among each other need the blank lines that bare text lacks; a table
     * without bars, the gaps between its columns.
     */
    private static final Set<String> NEEDING_GAPS = Set.of(
            "g-notes.md",
            "t-number-before-sign.txt",
            "r-notice-and-substitutes.txt",
            "x-council-committee-layout.txt",
            "aa-columns-apart.txt",
            "ab-annual-meeting.txt");

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

    private static void assertSame(String name, String text) {
        Draft given = Imports.file(name).draft();
        Draft read = Imports.of(text).draft();
        if (FULL_LINES.contains(name)) {
            assertThat(Structure.itemsAsWords(read)).containsExactlyElementsOf(Structure.itemsAsWords(given));
        } else {
            assertThat(Structure.itemsAsBareText(read)).containsExactlyElementsOf(Structure.itemsAsBareText(given));
        }
        assertThat(Structure.people(read)).containsExactlyInAnyOrderElementsOf(Structure.people(given));
        assertThat(Structure.signatories(read)).containsExactlyElementsOf(Structure.signatories(given));
        assertThat(Structure.rest(read)).containsExactlyElementsOf(Structure.rest(given));
        assertThat(Structure.facts(read)).containsExactlyElementsOf(Structure.facts(given));
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
