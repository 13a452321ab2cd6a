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
     * @param end the offset behind its last byte, or where the bytes of a stream begin that tells their number elsewhere
     * @param length where it tells their number
     */
    record Written(
            @Nullable COSBase object, long end, @Nullable COSObjectKey length) {}

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);

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
                    ? stream(entries, end + STREAM.length + 2)
                    : new Written(object, end, null);
        } catch (IOException | RuntimeException e) {
            return new Written(null, Long.MAX_VALUE, null);
        }
    }

    /** As long as it says, or to the mark that readers look for where that is wrong: the later of both. */
    private Written stream(COSDictionary entries, int begin) {
        int mark = begin - 2;
        while (mark < file.length && !isAt(END_OF_STREAM, mark)) {
            mark++;
        }
        COSBase said = entries.getItem(COSName.LENGTH);
        long behindMark = mark < file.length ? mark : Long.MAX_VALUE;
        if (said instanceof COSInteger length) {
            return new Written(entries, Math.max(behindMark, begin + length.longValue()), null);
        }
        COSObjectKey elsewhere = Cos.key(said);
        return new Written(entries, elsewhere == null ? behindMark : Math.max(behindMark, begin), elsewhere);
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
