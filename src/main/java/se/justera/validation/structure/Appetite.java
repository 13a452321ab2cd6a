package se.justera.validation.structure;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much memory the objects of a PDF will take, told from its bytes before anybody makes objects of them: a reader
 * builds all of an array, an object stream or a cross-reference stream at once. A guess on the high side, for every
 * object that a byte sequence could become is counted, wherever it stands.
 */
public final class Appetite {

    private static final int DICTIONARY = 200;
    private static final int ARRAY = 80;
    private static final int STRING = 64;
    private static final int NAME = 40;
    private static final int NUMBER = 28;
    private static final int ENTRY_BYTE = 25;
    private static final int HEAD = 2048;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    /** The bytes that objects begin with: most bytes of a large file are none. */
    private static final boolean[] BEGINS = new boolean[256];

    static {
        "<[(/0123456789".chars().forEach(c -> BEGINS[c] = true);
    }

    private final byte[] pdf;
    private final long most;
    private long bytes;

    private Appetite(byte[] pdf, long most) {
        this.pdf = pdf;
        this.most = most;
    }

    /** Whether the objects could take more than so many bytes of memory. */
    public static boolean exceeds(long most, byte[] pdf) {
        var appetite = new Appetite(pdf, most);
        appetite.count(pdf, pdf.length);
        for (int at = 0; at < pdf.length - STREAM.length && appetite.bytes <= most; at++) {
            if (appetite.startsStream(at)) {
                appetite.unpack(at + STREAM.length);
            }
        }
        return appetite.bytes > most;
    }

    private void count(byte[] text, int length) {
        byte before = ' ';
        for (int i = 0; i < length; i++) {
            byte c = text[i];
            if (BEGINS[c & 0xFF]) {
                bytes += beginning(before, c);
            }
            before = c;
        }
    }

    private static int beginning(byte before, byte c) {
        return switch (c) {
            case '<' -> before == '<' ? DICTIONARY : STRING / 2;
            case '[' -> ARRAY;
            case '(' -> STRING;
            case '/' -> NAME;
            default -> before <= ' ' && before >= 0 ? NUMBER : 0;
        };
    }

    private boolean startsStream(int at) {
        if (pdf[at] != 's' || (at > 0 && pdf[at - 1] == 'd')) { // endstream
            return false;
        }
        for (int i = 1; i < STREAM.length; i++) {
            if (pdf[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    /** Only the streams that hold objects, or say where they are; how large others get is counted elsewhere. */
    private void unpack(int keywordEnd) {
        int from = Math.max(0, keywordEnd - HEAD);
        String head = new String(pdf, from, keywordEnd - from, StandardCharsets.ISO_8859_1);
        String dictionary = head.substring(Math.max(0, head.lastIndexOf(" obj")));
        boolean places = dictionary.contains("XRef") && !dictionary.contains("XRefStm");
        if (places || dictionary.contains("ObjStm")) {
            int filters = dictionary.split("/Fl", -1).length - 1;
            int start = keywordEnd + (keywordEnd < pdf.length && pdf[keywordEnd] == '\r' ? 2 : 1);
            if (filters > 1) {
                bytes = most + 1; // packed twice for no good reason
            } else if (filters == 1 && start < pdf.length) {
                inflate(start, places);
            }
        }
    }

    private void inflate(int start, boolean places) {
        Inflater inflater = new Inflater();
        inflater.setInput(pdf, start, pdf.length - start);
        byte[] buffer = new byte[65_536];
        try {
            for (int read = inflater.inflate(buffer); read > 0 && bytes <= most; read = inflater.inflate(buffer)) {
                if (places) {
                    bytes += (long) ENTRY_BYTE * read;
                } else {
                    bytes += read;
                    count(buffer, read);
                }
            }
        } catch (DataFormatException e) {
            return; // whoever reads it will find it broken
        } finally {
            inflater.end();
        }
    }
}
