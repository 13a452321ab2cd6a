package se.justera.validation.structure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * The cross-reference sections between two revisions as they stand in the file, nothing repaired and nothing passed
 * over (ISO 32000-2, 7.5.4, 7.5.8).
 */
final class UpdateTables extends COSParser {

    /** What a section says of an object: where it stands, in which object stream, or that it is gone. */
    record Row(Kind kind, long place, long generation) {}

    enum Kind {
        FREE,
        IN_USE,
        /** In the object stream {@code place}, as the one with the number {@code generation} in it. */
        PACKED
    }

    private static final Pattern SUBSECTION = Pattern.compile("\\s*(\\d{1,10})\\s+(\\d{1,7})\\s+");
    private static final Pattern ROW = Pattern.compile("(\\d{10}) (\\d{5}) ([nf])\\s{1,2}");
    private static final Pattern TRAILER = Pattern.compile("\\s*trailer\\s*");
    private static final int MOST_ROWS = 2_000_000;
    /** Readers look no further back from the end for where the last table stands. */
    private static final int WINDOW = 1024;

    private final String added;
    private final int from;
    private final Map<Long, Row> rows = new HashMap<>();
    private final Set<Long> disputed = new HashSet<>();
    /** Objects that a table does not leave to the stream beside it, by where that stands. */
    private final Map<Integer, Set<Long>> disputedBeside = new HashMap<>();

    private final Set<Integer> starts = new HashSet<>();
    private final List<COSDictionary> trailers = new ArrayList<>();
    private int counted;

    private UpdateTables(int from, Revision after) throws IOException {
        super(new RandomAccessReadBuffer(
                ByteBuffer.wrap(after.file(), 0, after.length()).slice()));
        this.from = from;
        added = new String(after.file(), from, after.length() - from, StandardCharsets.ISO_8859_1);
        setLenient(false);
    }

    /** @throws IOException if the sections do not lead from the later revision back to the earlier one */
    static UpdateTables between(Revision before, Revision after) throws IOException {
        UpdateTables tables = new UpdateTables(before.length(), after);
        long at = tables.back(lastStart(after.file(), after.length()));
        long end = lastStart(before.file(), before.length());
        if (end < 0 || behindBlanks(after.file(), at) != behindBlanks(after.file(), end)) {
            throw new IOException("an update that does not follow the one before it");
        }
        return tables;
    }

    /**
     * All sections of a revision, back to the first.
     *
     * @throws IOException if they cannot be read to the letter
     */
    static UpdateTables of(Revision revision) throws IOException {
        UpdateTables tables = new UpdateTables(0, revision);
        long start = lastStart(revision.file(), revision.length());
        if (start < 0 || tables.back(start) >= 0) {
            throw new IOException("no tables");
        }
        return tables;
    }

    /** From a section to the last one that is not before the updates; where the one before that stands. */
    private long back(long start) throws IOException {
        long at = start;
        while (at >= from && at < (long) from + added.length()) {
            at = update((int) at);
        }
        return at;
    }

    /** What the latest section that knows an object says of it. */
    Map<Long, Row> rows() {
        return rows;
    }

    /** Objects of which one and the same update says several things. */
    Set<Long> disputed() {
        Set<Long> all = new HashSet<>(disputed);
        disputedBeside.values().forEach(all::addAll);
        return all;
    }

    /** Where the sections stand. */
    Set<Integer> starts() {
        return starts;
    }

    List<COSDictionary> trailers() {
        return trailers;
    }

    /** One update; where the one before it begins. */
    private long update(int start) throws IOException {
        int at = behindBlanks(start);
        if (!starts.add(at)) {
            throw new IOException("an update that leads back to itself");
        }
        Map<Long, Row> own = new HashMap<>();
        COSDictionary trailer;
        if (added.startsWith("xref", at - from)) {
            trailer = table(at, own);
            if (trailer.containsKey(COSName.XREF_STM)) {
                long beside = trailer.getLong(COSName.XREF_STM);
                if (beside < from || beside >= at) {
                    throw new IOException("a stream beside a table that is not its own");
                }
                beside(behindBlanks((int) beside), own);
            }
        } else {
            trailer = stream(at, own);
        }
        own.forEach(rows::putIfAbsent);
        return trailer.getLong(COSName.PREV, -1);
    }

    /** A product copies the name of the first table's stream into each later trailer: what counts is beside the first. */
    private void beside(int at, Map<Long, Row> own) throws IOException {
        starts.add(at);
        Map<Long, Row> hidden = new HashMap<>();
        stream(at, hidden);
        Set<Long> kept = new HashSet<>();
        hidden.forEach((number, row) -> addHidden(own, number, row, kept));
        disputedBeside.put(at, kept);
    }

    private COSDictionary table(int start, Map<Long, Row> own) throws IOException {
        int at = start - from + "xref".length();
        Matcher subsection = SUBSECTION.matcher(added);
        while (subsection.region(at, added.length()).lookingAt()) {
            long first = Long.parseLong(subsection.group(1));
            int count = Integer.parseInt(subsection.group(2));
            at = subsection.end();
            Matcher row = ROW.matcher(added);
            for (int i = 0; i < count; i++) {
                if (!row.region(at, added.length()).lookingAt()) {
                    throw new IOException("a table without the rows that it promises");
                }
                Kind kind = "n".equals(row.group(3)) ? Kind.IN_USE : Kind.FREE;
                add(own, first + i, new Row(kind, Long.parseLong(row.group(1)), Long.parseLong(row.group(2))));
                at = row.end();
            }
        }
        Matcher trailer = TRAILER.matcher(added).region(at, added.length());
        if (!trailer.lookingAt()) {
            throw new IOException("a table without a trailer");
        }
        source.seek((long) from + trailer.end());
        COSDictionary entries = parseCOSDictionary(true);
        trailers.add(entries);
        return entries;
    }

    private COSDictionary stream(int at, Map<Long, Row> own) throws IOException {
        source.seek(at);
        readObjectNumber();
        readGenerationNumber();
        readExpectedString(OBJ_MARKER, true);
        COSBase body = parseDirObject();
        if (!(body instanceof COSDictionary entries) || !COSName.XREF.equals(entries.getCOSName(COSName.TYPE))) {
            throw new IOException("no cross-reference section");
        }
        source.seek(behindBlanks((int) source.getPosition()));
        trailers.add(entries);
        COSStream stream = parseCOSStream(entries);
        try (InputStream unpacked = stream.createInputStream()) {
            rows(unpacked, entries, own);
        }
        return entries;
    }

    private void rows(InputStream in, COSDictionary entries, Map<Long, Row> own) throws IOException {
        int[] widths = new int[3];
        COSArray given = Cos.list(entries.getItem(COSName.W));
        for (int i = 0; i < 3; i++) {
            widths[i] = given.getInt(i, 0);
            if (widths[i] < 0 || widths[i] > 8) {
                throw new IOException("numbers of no width");
            }
        }
        COSArray index = Cos.list(entries.getItem(COSName.INDEX));
        int[] sections = new int[Math.max(2, index.size())];
        sections[1] = entries.getInt(COSName.SIZE, 0);
        for (int i = 0; i < index.size(); i++) {
            sections[i] = index.getInt(i, -1);
        }
        for (int i = 0; i + 1 < sections.length; i += 2) {
            for (int j = 0; j < sections[i + 1]; j++) {
                long kind = widths[0] == 0 ? 1 : number(in, widths[0]);
                add(own, (long) sections[i] + j, row(kind, number(in, widths[1]), number(in, widths[2])));
            }
        }
    }

    /** Any other kind is to be read as no object (ISO 32000-2, table 18). */
    private static Row row(long kind, long second, long third) {
        return new Row(kind == 1 ? Kind.IN_USE : kind == 2 ? Kind.PACKED : Kind.FREE, second, third);
    }

    private static long number(InputStream in, int width) throws IOException {
        long number = 0;
        for (int i = 0; i < width; i++) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("a table that breaks off");
            }
            number = number << 8 | next;
        }
        return number;
    }

    private void add(Map<Long, Row> own, long number, Row row) throws IOException {
        if (++counted > MOST_ROWS) {
            throw new IOException("more rows than any document has objects");
        }
        Row known = own.putIfAbsent(number, row);
        if (known != null && !known.equals(row)) {
            disputed.add(number);
        }
    }

    /** The table hides from older readers what the stream beside it says (ISO 32000-2, 7.5.8.4). */
    private static void addHidden(Map<Long, Row> own, long number, Row row, Set<Long> kept) {
        Row known = own.get(number);
        if (known == null || known.kind() == Kind.FREE) {
            own.put(number, row);
        } else if (!known.equals(row)) {
            kept.add(number);
        }
    }

    private int behindBlanks(int place) {
        int at = place;
        while (at < from + added.length() && isWhitespace(added.charAt(at - from))) {
            at++;
        }
        return at;
    }

    static long behindBlanks(byte[] file, long place) {
        long at = place;
        while (at >= 0 && at < file.length && isWhitespace(file[(int) at])) {
            at++;
        }
        return at;
    }

    private static long lastStart(byte[] file, int end) {
        int tail = Math.max(0, end - WINDOW);
        String text = new String(file, tail, end - tail, StandardCharsets.ISO_8859_1);
        Matcher start = Pattern.compile("startxref\\s+(\\d{1,10})\\s").matcher(text);
        int at = text.lastIndexOf("startxref");
        return at >= 0 && start.region(at, text.length()).lookingAt() ? Long.parseLong(start.group(1)) : -1;
    }
}
