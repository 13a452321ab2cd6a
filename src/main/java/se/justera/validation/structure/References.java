package se.justera.validation.structure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/**
 * Where a revision refers to objects by number, read from its bytes and not object by object: also what nobody looks at
 * counts, and it costs one pass (ISO 32000-2, 7.3.10).
 */
public final class References {

    private final Set<Long> numbers;
    private final long least;

    private References(Set<Long> numbers) {
        this.numbers = numbers;
        this.least = numbers.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** Whether anything in a revision refers to one of these objects, even if it does not have it yet. */
    public static boolean lead(Revision from, Set<Long> numbers) {
        References references = new References(numbers);
        try {
            return !numbers.isEmpty() && (references.in(from.file(), from.length()) || references.inPacked(from));
        } catch (IOException | RuntimeException e) {
            return true; // what cannot be read may refer to anything
        }
    }

    private boolean inPacked(Revision from) throws IOException {
        COSDocument document = from.document().getDocument();
        List<COSObjectKey> holders = from.places().values().stream()
                .filter(place -> place < 0)
                .distinct()
                .map(place -> new COSObjectKey(-place, 0))
                .collect(Collectors.toList());
        for (COSObjectKey holder : holders) {
            if (!(document.getObjectFromPool(holder).getObject() instanceof COSStream packed)) {
                return true;
            }
            try (InputStream unpacked = packed.createInputStream()) {
                byte[] bytes = unpacked.readAllBytes();
                if (in(bytes, bytes.length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean in(byte[] bytes, int length) {
        byte[] text = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        int at = 0;
        while (at < length) {
            if (!isDigit(text, at)) {
                at++;
                continue;
            }
            int end = behindDigits(text, at);
            if (refers(text, at, end)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** A number, a generation and an R, however written, with white space or comments between them. */
    private boolean refers(byte[] text, int start, int end) {
        int blank = behindBlanks(text, end);
        int generation = blank < text.length && "+-".indexOf(text[blank]) >= 0 ? blank + 1 : blank;
        if (blank == end || !isDigit(text, generation)) {
            return false;
        }
        int behind = behindDigits(text, generation);
        int mark = behindBlanks(text, behind);
        return mark > behind && mark < text.length && text[mark] == 'R' && isOne(number(text, start, end));
    }

    /** Nearly all references of a revision are to what it has, which is numbered lower. */
    private boolean isOne(long number) {
        return number >= least && numbers.contains(number);
    }

    private static long number(byte[] text, int start, int end) {
        long number = 0;
        for (int at = start; at < end && number < Integer.MAX_VALUE; at++) {
            number = number * 10 + text[at] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte[] text, int at) {
        return at < text.length && text[at] >= '0' && text[at] <= '9';
    }

    private static int behindDigits(byte[] text, int from) {
        int at = from;
        while (isDigit(text, at)) {
            at++;
        }
        return at;
    }

    private static int behindBlanks(byte[] text, int from) {
        int at = from;
        boolean comment = false;
        while (at < text.length && (comment || text[at] == '%' || "\0\t\n\f\r ".indexOf(text[at]) >= 0)) {
            comment = (comment || text[at] == '%') && text[at] != '\n' && text[at] != '\r';
            at++;
        }
        return at;
    }
}
