package se.justera.validation.changes;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Revision;

/** The names that anything drawn in a document calls its resources by (ISO 32000-2, 7.8.3). */
final class ContentNames {

    private static final COSName PATTERN_TYPE = COSName.getPDFName("PatternType");

    private final Set<COSName> names = new HashSet<>();

    private ContentNames() {}

    /** @throws IOException if something drawn cannot be read, so that it may call for anything */
    static Set<COSName> of(Revision revision) throws IOException {
        ContentNames content = new ContentNames();
        for (PDPage page : revision.document().getPages()) {
            try (InputStream drawn = page.getContents()) {
                content.read(drawn);
            }
        }
        for (COSObjectKey key : List.copyOf(revision.places().keySet())) {
            COSBase object =
                    revision.document().getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSDictionary dictionary) {
                content.look(dictionary);
            }
        }
        return content.names;
    }

    private void look(COSDictionary object) throws IOException {
        if (object instanceof COSStream stream
                && (COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE)) || stream.containsKey(PATTERN_TYPE))) {
            read(stream);
        }
        for (COSBase glyph : Cos.entries(object.getItem(COSName.CHAR_PROCS)).getValues()) {
            if (Cos.value(glyph) instanceof COSStream drawn) {
                read(drawn);
            }
        }
    }

    private void read(COSStream stream) throws IOException {
        try (InputStream drawn = stream.createInputStream()) {
            read(drawn);
        }
    }

    private void read(InputStream drawn) throws IOException {
        for (Object token : new PDFStreamParser(drawn.readAllBytes()).parse()) {
            if (token instanceof COSName name) {
                names.add(name);
            }
        }
    }
}
