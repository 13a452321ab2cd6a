package se.justera.validation.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;
import org.jspecify.annotations.Nullable;

/**
 * Objects as they stand in the whole file, and where they end. One that begins in a signed revision and ends behind it
 * stands at the same place in the next and says something else there.
 */
final class ObjectEnds extends COSParser {

    /**
     * An object as it is written.
     *
     * @param end the offset behind its last byte; of a stream behind its mark
     * @param length the object that says how many bytes a stream has, if it does not say so itself
     * @param begin where these bytes begin
     */
    record Written(
            @Nullable COSBase object, long end, @Nullable COSObjectKey length, long begin) {}

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);

    private static final int LINE_BREAK = 2;

    private final byte[] file;

    ObjectEnds(byte[] file) throws IOException {
        super(new RandomAccessReadBuffer(file));
        this.file = file;
    }

    /** What stands at an offset; what cannot be read ends nowhere. */
    Written at(long offset) {
        try {
            source.seek(offset);
            readObjectNumber();
            readGenerationNumber();
            readExpectedString(OBJ_MARKER, true);
            COSBase object = parseDirObject();
            skipSpaces();
            int end = (int) source.getPosition();
            return object instanceof COSDictionary entries && isAt(STREAM, end)
                    ? stream(entries, end + STREAM.length + LINE_BREAK)
                    : new Written(object, end, null, 0);
        } catch (IOException | RuntimeException e) {
            return new Written(null, Long.MAX_VALUE, null, 0);
        }
    }

    /** As long as it says if its mark stands there; else to the first mark or as long as it says, the later of both. */
    private Written stream(COSDictionary entries, int begin) {
        COSBase said = entries.getItem(COSName.LENGTH);
        if (said instanceof COSInteger length) {
            long end = begin + length.longValue();
            long behind = isMarked(end) ? end + END_OF_STREAM.length : Math.max(behindMark(begin), end);
            return new Written(entries, behind, null, begin);
        }
        return new Written(entries, behindMark(begin), Cos.key(said), begin);
    }

    private boolean isMarked(long end) {
        for (long at = end - LINE_BREAK; at <= end + LINE_BREAK; at++) {
            if (at >= 0 && at < file.length && isAt(END_OF_STREAM, (int) at)) {
                return true;
            }
        }
        return false;
    }

    private long behindMark(int begin) {
        for (int at = begin - LINE_BREAK; at < file.length; at++) {
            if (file[at] == END_OF_STREAM[0] && isAt(END_OF_STREAM, at)) {
                return (long) at + END_OF_STREAM.length;
            }
        }
        return Long.MAX_VALUE;
    }

    private boolean isAt(byte[] word, int at) {
        for (int i = 0; i < word.length; i++) {
            if (at + i >= file.length || file[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
