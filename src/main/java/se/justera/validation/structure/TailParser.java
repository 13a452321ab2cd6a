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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads incremental updates from a place in the file to its end with PDFBox's own parser, and accepts nothing between
 * their objects: no comment, no stray byte.
 */
final class TailParser extends COSParser {

    private static final Pattern TABLE =
            Pattern.compile("xref\\s+(?:\\d+ \\d+\\s+(?:\\d{10} \\d{5} [nf]\\s{1,2})*)+trailer\\s*");
    /** iText signs its updates with its name and version, once before the end. */
    private static final Pattern END =
            Pattern.compile("(?:%iText-[\\w.+-]{1,60}[\\r\\n]{1,2})?startxref\\s+(\\d{1,9})\\s+%%EOF[\\r\\n]{0,2}");

    /** The dictionary that tells where the tables before it stand, and where it stands itself. */
    private record Section(int at, COSDictionary trailer) {}

    private final String text;
    private final Map<COSObjectKey, Long> objects = new LinkedHashMap<>();
    private final Set<COSObjectKey> ofThisUpdate = new HashSet<>();
    private @Nullable Section stream;
    private long before;

    TailParser(byte[] file) throws IOException {
        super(new RandomAccessReadBuffer(file));
        text = new String(file, StandardCharsets.ISO_8859_1);
        setLenient(false);
    }

    /**
     * The objects from {@code start} to the end of the file, with their offsets. Each update says that it follows the one
     * before it and no other (ISO 32000-2, 7.5.6): what says something else may be read in more than one way.
     *
     * @throws IOException if the bytes are anything else than whole incremental updates
     */
    Map<COSObjectKey, Long> objectsFrom(int start) throws IOException {
        before = lastStart(start);
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
        if (body instanceof COSDictionary dictionary && COSName.XREF.equals(dictionary.getCOSName(COSName.TYPE))) {
            stream = new Section((int) at, dictionary);
        }
    }

    private void end(int at) throws IOException {
        Section section = stream;
        Matcher table = TABLE.matcher(text).region(at, text.length());
        if (table.lookingAt()) {
            source.seek(table.end());
            section = new Section(at, parseCOSDictionary(true));
            skipBlanks();
        }
        Matcher end = END.matcher(text).region((int) source.getPosition(), text.length());
        if (!end.lookingAt()) {
            throw new IOException("not an incremental update");
        }
        long start = Long.parseLong(end.group(1));
        if (section == null || !samePlace(start, section.at()) || !follows(section)) {
            throw new IOException("an update that does not follow the one before it");
        }
        source.seek(end.end());
        before = start;
        stream = null;
        ofThisUpdate.clear();
    }

    private boolean follows(Section section) {
        boolean besideATable = section.trailer().containsKey(COSName.XREF_STM);
        return samePlace(section.trailer().getLong(COSName.PREV), before)
                && (!besideATable
                        || (stream != null
                                && samePlace(section.trailer().getLong(COSName.XREF_STM), stream.at())
                                && samePlace(stream.trailer().getLong(COSName.PREV, before), before)));
    }

    private long lastStart(int end) {
        Matcher start = Pattern.compile("\\s*(\\d{1,9})\\s").matcher(text);
        int at = text.lastIndexOf("startxref", end);
        return at >= 0 && start.region(at + 9, end).lookingAt() ? Long.parseLong(start.group(1)) : -1;
    }

    /** Readers forgive blanks in front of a table. */
    private boolean samePlace(long one, long other) {
        return one >= 0 && other >= 0 && behindBlanks(one) == behindBlanks(other);
    }

    private long behindBlanks(long place) {
        int at = (int) Math.min(place, text.length());
        while (at < text.length() && isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void expect(String keyword) throws IOException {
        if (!text.startsWith(keyword, (int) source.getPosition())) {
            throw new IOException("expected " + keyword);
        }
        source.seek(source.getPosition() + keyword.length());
    }

    private void skipBlanks() throws IOException {
        source.seek(behindBlanks(source.getPosition()));
    }
}
