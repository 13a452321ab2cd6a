package se.justera.validation.structure;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * A signature or document time-stamp as it claims to lie in the file.
 *
 * @param field the fully qualified name of its field, told apart from others of that name
 * @param dictionary the signature dictionary (ISO 32000-2, table 255)
 */
public record SignatureSlot(String field, COSDictionary dictionary) {

    /** A document time-stamp (ISO 32000-2, 12.8.5), which is not a signature. */
    public boolean timestamp() {
        return "ETSI.RFC3161".equals(dictionary.getNameAsString(COSName.SUB_FILTER));
    }

    /** The four numbers of the byte range; empty if it is anything else than four whole numbers from 0 on. */
    public List<Integer> byteRange() {
        COSArray range = Cos.list(dictionary.getItem(COSName.BYTERANGE));
        if (range.size() != 4) {
            return List.of();
        }
        for (COSBase part : range) {
            if (!(part instanceof COSInteger number)
                    || number.longValue() < 0
                    || number.longValue() > Integer.MAX_VALUE) {
                return List.of();
            }
        }
        return List.of(range.getInt(0), range.getInt(1), range.getInt(2), range.getInt(3));
    }

    /** How many bytes of the file its revision has; -1 where the byte range does not say. */
    public int end() {
        List<Integer> range = byteRange();
        long end = range.isEmpty() ? -1 : (long) range.get(2) + range.get(3);
        return end > Integer.MAX_VALUE ? -1 : (int) end;
    }

    /** Whether a later signature covers this one with all its bytes. */
    boolean coveredByOneOf(List<SignatureSlot> all) {
        return all.stream()
                .anyMatch(later -> later.end() > end()
                        && !later.byteRange().isEmpty()
                        && later.byteRange().get(0) == 0
                        && later.byteRange().get(1) >= end());
    }

    /** The signature container with its padding. */
    public byte @Nullable [] contents() {
        return Cos.value(dictionary.getItem(COSName.CONTENTS)) instanceof COSString contents
                ? contents.getBytes()
                : null;
    }
}
