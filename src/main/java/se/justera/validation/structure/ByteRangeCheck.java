package se.justera.validation.structure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;

/**
 * Each signature covers everything from the first byte to the end of its revision but its own Contents (ISO 32000-2,
 * 12.8.1), and each later one covers the earlier ones whole.
 */
public final class ByteRangeCheck {

    private final byte[] file;
    private final List<Finding> findings = new ArrayList<>();

    private ByteRangeCheck(byte[] file) {
        this.file = file;
    }

    /** What is wrong with these signatures, which are given in the order of their ends. */
    public static List<Finding> of(byte[] file, List<SignatureSlot> slots) {
        ByteRangeCheck check = new ByteRangeCheck(file);
        for (SignatureSlot slot : slots) {
            check.look(slot, slots);
        }
        check.crossing(slots);
        return check.findings;
    }

    private void look(SignatureSlot slot, List<SignatureSlot> all) {
        List<Integer> range = slot.byteRange();
        if (range.isEmpty() || range.get(0) != 0 || (long) range.get(0) + range.get(1) >= range.get(2)) {
            report(Fault.BYTE_RANGE_ODD, slot);
        } else if ((long) range.get(2) + range.get(3) > file.length) {
            report(Fault.BYTE_RANGE_BEYOND_END, slot);
        } else if (!endsARevision(slot.end())) {
            report(Fault.BYTE_RANGE_ODD, slot);
        } else if (!gapIsContents(slot, gap(range))) {
            report(Fault.BYTE_RANGE_GAP, slot);
        } else if (!slot.coveredByOneOf(all)) {
            spelling(slot, gap(range));
        }
        byte[] contents = slot.contents();
        if (contents == null || allZero(contents)) {
            report(Fault.CONTENTS_MISSING, slot);
        }
    }

    /** The end of the file, or just behind an end-of-file marker. */
    private boolean endsARevision(int end) {
        if (end == file.length) {
            return true;
        }
        int last = end;
        while (last > 0 && (file[last - 1] == '\n' || file[last - 1] == '\r' || file[last - 1] == ' ')) {
            last--;
        }
        return last >= 5 && "%%EOF".equals(new String(file, last - 5, 5, StandardCharsets.ISO_8859_1));
    }

    private String gap(List<Integer> range) {
        int start = range.get(0) + range.get(1);
        return new String(file, start, range.get(2) - start, StandardCharsets.ISO_8859_1);
    }

    private static boolean gapIsContents(SignatureSlot slot, String gap) {
        String text = gap.strip();
        byte[] contents = slot.contents();
        if (contents == null || text.length() < 2 || text.charAt(0) != '<' || text.charAt(text.length() - 1) != '>') {
            return false;
        }
        int digits = 0;
        for (int at = 1; at < text.length() - 1; at++) {
            char digit = text.charAt(at);
            if (!blank(digit)) {
                if (digits / 2 >= contents.length || Character.digit(digit, 16) != nibble(contents, digits)) {
                    return false;
                }
                digits++;
            }
        }
        return digits == 2 * contents.length;
    }

    private static boolean blank(char digit) {
        return digit == ' ' || (digit >= '\t' && digit <= '\r');
    }

    private static int nibble(byte[] contents, int number) {
        return contents[number / 2] >> (number % 2 == 0 ? 4 : 0) & 0xF;
    }

    /** A digit's case and blanks carry nothing, so nobody may change them unseen. */
    private void spelling(SignatureSlot slot, String gap) {
        if (gap.matches("(?s).*[a-f].*") && gap.matches("(?s).*[A-F].*")) {
            report(Fault.CONTENTS_ODD, slot);
        } else if (gap.matches("(?s).*\\s.*")) {
            report(Fault.CONTENTS_SPELLING, slot);
        }
    }

    private void crossing(List<SignatureSlot> slots) {
        Set<COSDictionary> dictionaries = Collections.newSetFromMap(new IdentityHashMap<>());
        int covered = 0;
        for (SignatureSlot slot : slots) {
            if (!dictionaries.add(slot.dictionary())) {
                report(Fault.SIGNATURE_IN_TWO_FIELDS, slot);
            } else if (slot.end() >= 0 && slot.byteRange().get(1) < covered) {
                report(Fault.BYTE_RANGES_CROSS, slot);
            }
            covered = Math.max(covered, slot.end());
        }
    }

    private static boolean allZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void report(Fault fault, SignatureSlot slot) {
        findings.add(Finding.of(fault, slot.field()));
    }
}
