package se.justera.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The words of a structure element, as a screen reader finds them through the marked content of its page. */
final class MarkedText {

    private static final Map<PDDocument, Map<COSDictionary, Map<Integer, String>>> READ = new HashMap<>();

    private MarkedText() {}

    static String of(COSDictionary element, PDDocument document) {
        return words(element, element.getCOSDictionary(COSName.PG), document).strip();
    }

    private static String words(COSDictionary element, COSDictionary page, PDDocument document) {
        COSDictionary own = element.getCOSDictionary(COSName.PG);
        COSDictionary where = own == null ? page : own;
        return Tags.kids(element).stream()
                .map(kid -> word(kid, where, document))
                .collect(Collectors.joining());
    }

    private static String word(COSBase kid, COSDictionary page, PDDocument document) {
        if (kid instanceof COSInteger id) {
            return onPage(page, document).getOrDefault(id.intValue(), "");
        }
        if (kid instanceof COSDictionary dictionary && dictionary.containsKey(COSName.MCID)) {
            COSDictionary own = dictionary.getCOSDictionary(COSName.PG);
            return onPage(own == null ? page : own, document).getOrDefault(dictionary.getInt(COSName.MCID), "");
        }
        return kid instanceof COSDictionary element && element.containsKey(COSName.S)
                ? words(element, page, document)
                : "";
    }

    private static Map<Integer, String> onPage(COSDictionary page, PDDocument document) {
        return READ.computeIfAbsent(document, d -> new HashMap<>()).computeIfAbsent(page, p -> {
            try {
                var extractor = new PDFMarkedContentExtractor();
                extractor.processPage(new PDPage(p));
                return extractor.getMarkedContents().stream()
                        .filter(content -> content.getMCID() >= 0)
                        .collect(Collectors.toMap(PDMarkedContent::getMCID, MarkedText::text, String::concat));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(PDMarkedContent content) {
        return content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(position -> ((TextPosition) position).getUnicode())
                .collect(Collectors.joining());
    }
}
