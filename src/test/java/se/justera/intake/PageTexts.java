package se.justera.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of pages, in each way in which people take it out of them. */
final class PageTexts {

    /** PDFBox, with and without a mark where a page ends, and poppler: by blocks, keeping places, in order of contents. */
    enum Way {
        PDFBOX,
        PDFBOX_WITHOUT_MARKS,
        PLAIN,
        LAYOUT,
        RAW
    }

    private PageTexts() {}

    static Map<Way, String> of(byte[] pdf) {
        var texts = new EnumMap<Way, String>(Way.class);
        Pdftotext.Running poppler = Pdftotext.start(pdf, "", "-layout", "-raw");
        String marked = byPdfbox(pdf);
        texts.put(Way.PDFBOX, marked);
        texts.put(Way.PDFBOX_WITHOUT_MARKS, marked.replace("\f", ""));
        texts.put(Way.PLAIN, poppler.text(""));
        texts.put(Way.LAYOUT, poppler.text("-layout"));
        texts.put(Way.RAW, poppler.text("-raw"));
        return texts;
    }

    private static String byPdfbox(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setPageEnd("\n\f");
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
