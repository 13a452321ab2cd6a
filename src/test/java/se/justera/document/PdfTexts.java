package se.justera.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The text of PDFs, for tests of other modules. */
public final class PdfTexts {

    private PdfTexts() {}

    /** In one line, in the order of the pages' contents. */
    public static String of(byte[] pdf) {
        return PdfReader.text(pdf);
    }

    /** All its bytes, as they stand and with every stream decoded: whatever somebody could find in it. */
    public static String decoded(byte[] pdf) throws IOException {
        var all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    try (InputStream in = stream.createInputStream()) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return all.toString();
    }
}
