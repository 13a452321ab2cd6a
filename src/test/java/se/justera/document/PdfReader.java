package se.justera.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader of a PDF gets out of it. */
final class PdfReader {

    private PdfReader() {}

    static <T> T with(byte[] pdf, Function<PDDocument, T> question) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return question.apply(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void read(byte[] pdf, Consumer<PDDocument> reader) {
        with(pdf, document -> {
            reader.accept(document);
            return true;
        });
    }

    /** The whole text in one line, in the order of the pages' contents. */
    static String text(byte[] pdf) {
        return with(pdf, document -> text(document, 1, document.getNumberOfPages()));
    }

    static String text(PDDocument document, int first, int last) {
        return written(document, first, last).replaceAll("\\s+", " ");
    }

    /** The lines of one page, counted from 1. */
    static List<String> lines(PDDocument document, int page) {
        return written(document, page, page).lines().map(String::strip).toList();
    }

    private static String written(PDDocument document, int first, int last) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(first);
            stripper.setEndPage(last);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The highest baseline on a page below a height, both in points from the page's upper edge. */
    static float firstBaseline(PDDocument document, int page, float below) {
        var baselines = new ArrayList<Float>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (text.getYDirAdj() > below) {
                    baselines.add(text.getYDirAdj());
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        try {
            stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.min(baselines);
    }

    /** The types of all structure elements in reading order. */
    static List<String> tags(byte[] pdf) {
        return with(pdf, document -> {
            var found = new ArrayList<String>();
            collect(document.getDocumentCatalog().getStructureTreeRoot().getK(), found);
            return found;
        });
    }

    private static void collect(COSBase kid, List<String> found) {
        if (kid instanceof COSObject reference) {
            collect(reference.getObject(), found);
        } else if (kid instanceof COSArray array) {
            array.forEach(each -> collect(each, found));
        } else if (kid instanceof COSDictionary element && element.containsKey(COSName.S)) {
            found.add(element.getNameAsString(COSName.S));
            COSBase kids = element.getDictionaryObject(COSName.K);
            if (kids != null) {
                collect(kids, found);
            }
        }
    }
}
