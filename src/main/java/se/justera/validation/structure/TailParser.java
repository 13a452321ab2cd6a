package se.justera.validation.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * Reads incremental updates from a place in the file to its end with PDFBox's own parser, and accepts nothing between
 * their objects: no comment, no stray byte.
 */
final class TailParser extends COSParser {

    private static final Pattern TABLE =
            Pattern.compile("xref\\s+(?:\\d+ \\d+\\s+(?:\\d{10} \\d{5} [nf]\\s{1,2})*)+trailer\\s*");
    /** iText signs its updates with its name and version, once before the end. */
    private static final Pattern END =
            Pattern.compile("(?:%iText-[\\w.+-]{1,60}[\\r\\n]{1,2})?startxref\\s+\\d+\\s+%%EOF[\\r\\n]{0,2}");

    private final String text;
    private final Map<COSObjectKey, Long> objects = new LinkedHashMap<>();
    private final Set<COSObjectKey> ofThisUpdate = new HashSet<>();

    TailParser(byte[] file) throws IOException {
        super(new RandomAccessReadBuffer(file));
        text = new String(file, StandardCharsets.ISO_8859_1);
        setLenient(false);
    }

    /**
     * The objects from {@code start} to the end of the file, with their offsets.
     *
     * @throws IOException if the bytes are anything else than whole incremental updates
     */
    Map<COSObjectKey, Long> objectsFrom(int start) throws IOException {
        source.seek(start);
        while (source.getPosition() < text.length()) {
            skipBlanks();
            int at = (int) source.getPosition();
            if (at == text.length()) {
                throw new IOException("blanks after the last update");
            }
            if (Character.isDigit(text.charAt(at))) {
                object(at);
            } else {
                end(at);
            }
        }
        return objects;
    }

    private void object(long at) throws IOException {
        COSObjectKey key = new COSObjectKey(readObjectNumber(), readGenerationNumber());
        readExpectedString(OBJ_MARKER, true);
        COSBase body = parseDirObject();
        skipBlanks();
        if (text.startsWith(STREAM_STRING, (int) source.getPosition()) && body instanceof COSDictionary dictionary) {
            parseCOSStream(dictionary);
            skipBlanks();
        }
        expect(ENDOBJ_STRING);
        if (!ofThisUpdate.add(key)) {
            throw new IOException("an object twice in one update");
        }
        objects.put(key, at);
    }

    private void end(int at) throws IOException {
        Matcher table = TABLE.matcher(text).region(at, text.length());
        if (table.lookingAt()) {
            source.seek(table.end());
            parseCOSDictionary(true);
            skipBlanks();
        }
        Matcher end = END.matcher(text).region((int) source.getPosition(), text.length());
        if (!end.lookingAt()) {
            throw new IOException("not an incremental update");
        }
        source.seek(end.end());
        ofThisUpdate.clear();
    }

    private void expect(String keyword) throws IOException {
        if (!text.startsWith(keyword, (int) source.getPosition())) {
            throw new IOException("expected " + keyword);
        }
        source.seek(source.getPosition() + keyword.length());
    }

    private void skipBlanks() throws IOException {
        int at = (int) source.getPosition();
        while (at < text.length() && isWhitespace(text.charAt(at))) {
            at++;
        }
        source.seek(at);
    }
}
