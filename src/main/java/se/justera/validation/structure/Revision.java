package se.justera.validation.structure;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The document as a reader shows it when everything after so many bytes is cut off. */
public final class Revision implements Closeable {

    private final PDDocument document;
    private final byte[] file;
    private final int length;

    private Revision(PDDocument document, byte[] file, int length) {
        this.document = document;
        this.file = file;
        this.length = length;
    }

    /** @throws IOException if no PDF can be read from the first {@code length} bytes */
    public static Revision of(byte[] file, int length) throws IOException {
        ByteBuffer prefix = ByteBuffer.wrap(file, 0, length).slice();
        return new Revision(Loader.loadPDF(new RandomAccessReadBuffer(prefix)), file, length);
    }

    public PDDocument document() {
        return document;
    }

    /** The whole file, of which this is the beginning. */
    byte[] file() {
        return file;
    }

    public int length() {
        return length;
    }

    public COSDictionary trailer() {
        COSDictionary trailer = document.getDocument().getTrailer();
        return trailer == null ? new COSDictionary() : trailer;
    }

    public COSDictionary catalog() {
        return Cos.entries(trailer().getItem(COSName.ROOT));
    }

    /** Where each object stands: an offset, or minus the number of the object stream that holds it. */
    public Map<COSObjectKey, Long> places() {
        return document.getDocument().getXrefTable();
    }

    /** Whether an object stands in the same bytes in another revision of the same file. */
    public boolean sameBytes(COSObjectKey key, Revision other) {
        Long here = places().get(key);
        Long there = other.places().get(key);
        if (here == null || !here.equals(there)) {
            return false;
        }
        return here >= 0 || sameBytes(new COSObjectKey(-here, 0), other);
    }

    /** The same, and nothing of the object stands behind the end of that earlier revision. */
    public boolean sameBytes(COSObjectKey key, Revision before, Links links) {
        return links.sameBytes(key, before.beginning(), beginning());
    }

    /** The objects that stand in the same bytes as in an earlier revision, with all that they lead to. */
    public Set<COSObjectKey> unchangedSince(Revision before, Links links) {
        return links.unchanged(before.beginning(), beginning());
    }

    /** Whether all that an object says stands in its own bytes. */
    public boolean saysAll(COSObjectKey key, Links links) {
        return links.leadNowhere(key, beginning());
    }

    private Links.Beginning beginning() {
        return new Links.Beginning(document.getDocument(), length);
    }

    /** The certification's permission (ISO 32000-2, 12.8.2.2): 1, 2 or 3; 0 if the document is not certified. */
    public int certification() {
        @Nullable
        COSDictionary certified =
                Cos.dictionary(Cos.entries(catalog().getItem(COSName.PERMS)).getItem(COSName.DOCMDP));
        if (certified == null) {
            return 0;
        }
        for (var reference : Cos.list(certified.getItem(COSName.getPDFName("Reference")))) {
            COSDictionary transform = Cos.entries(reference);
            if (COSName.DOCMDP.equals(transform.getCOSName(COSName.TRANSFORM_METHOD))) {
                return Cos.entries(transform.getItem(COSName.TRANSFORM_PARAMS)).getInt(COSName.P, 2);
            }
        }
        return 2;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
