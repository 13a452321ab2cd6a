package se.justera.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.justera.kernel.Sha256;
import se.justera.validation.own.RunningText;

/**
 * By what a text is recognised without being kept: the hashes of every fourth, on the average, of its sequences of five
 * words, the same in each copy (a MinHash with a fixed share). Nobody reads a text out of them.
 *
 * @param values none where there is too little text to tell it from another
 */
public record TextMarks(Set<Long> values) {

    private static final int WORDS = 5;
    private static final int SHARE = 4;
    private static final int FEWEST = 40;
    private static final int MOST = 8_000;

    public TextMarks {
        values = Set.copyOf(values);
    }

    /** Of the running text of a PDF. */
    public static TextMarks of(byte[] pdf) {
        return of(RunningText.words(pdf));
    }

    static TextMarks of(List<String> words) {
        TreeSet<Long> marks = new TreeSet<>();
        for (int at = 0; at + WORDS <= words.size(); at++) {
            long mark = mark(String.join(" ", words.subList(at, at + WORDS)));
            if (Math.floorMod(mark, SHARE) == 0) {
                marks.add(mark);
            }
            if (marks.size() > MOST) {
                marks.pollLast();
            }
        }
        return new TextMarks(marks.size() < FEWEST ? Set.of() : marks);
    }

    private static long mark(String words) {
        String hash = Sha256.of(words.getBytes(StandardCharsets.UTF_8)).hex();
        return Long.parseUnsignedLong(hash.substring(0, Long.BYTES * 2), 16);
    }
}
