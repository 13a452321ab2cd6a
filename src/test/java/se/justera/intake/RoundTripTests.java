package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.minutes.Draft;

/** A draft that is set as pages, taken out of them as bare text and read again says the same. */
class RoundTripTests {

    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-committee.txt",
                "b-board.txt",
                "c-board-cover.txt",
                "d-planning-day.txt",
                "e-members-notes.txt",
                "h-planning-day.txt",
                "i-members-notes.txt"
            })
    void holdsForEveryShape(String name) {
        Draft given = Imports.file(name).draft();
        Draft read = Imports.of(text(TYPESETTER.draftPdf(given))).draft();
        assertThat(Structure.itemsAsBareText(read)).containsExactlyElementsOf(Structure.itemsAsBareText(given));
        assertThat(Structure.people(read)).containsExactlyElementsOf(Structure.people(given));
        assertThat(Structure.signatories(read)).containsExactlyElementsOf(Structure.signatories(given));
        assertThat(Structure.rest(read)).containsExactlyElementsOf(Structure.rest(given));
        assertThat(Structure.facts(read)).containsExactlyElementsOf(Structure.facts(given));
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setPageEnd("\f");
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
