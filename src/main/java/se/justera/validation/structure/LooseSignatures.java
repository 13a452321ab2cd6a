package se.justera.validation.structure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Signatures whose bytes are in the file but that no field leads to: hidden, or taken away by a later revision. Those
 * that a later signature covers were gone when that was made, and are nobody's loss.
 */
public final class LooseSignatures {

    private static final byte[] BYTE_RANGE = "/ByteRange".getBytes(StandardCharsets.ISO_8859_1);

    private LooseSignatures() {}

    /**
     * A finding if more byte ranges stand behind all that the form's signatures cover than usage rights account for (ISO
     * 32000-1, 12.8.2.3: they are signed by the producer of a form, for readers, and are nobody's signature).
     */
    public static List<Finding> of(byte[] file, List<SignatureSlot> slots, Revision whole) {
        int covered = slots.stream().mapToInt(SignatureSlot::end).max().orElse(0);
        return countFrom(Math.max(covered, 0), file) > usageRights(whole)
                ? List.of(Finding.after(file.length, Fault.SIGNATURE_OUTSIDE_FORM, 0))
                : List.of();
    }

    private static long usageRights(Revision whole) {
        COSDictionary permissions = Cos.entries(whole.catalog().getItem(COSName.PERMS));
        return Stream.of("UR", "UR3")
                .filter(rights -> Cos.dictionary(permissions.getItem(rights)) != null)
                .count();
    }

    private static int countFrom(int from, byte[] file) {
        int found = 0;
        for (int at = from; at <= file.length - BYTE_RANGE.length; at++) {
            if (startsAt(file, at)) {
                found++;
            }
        }
        return found;
    }

    private static boolean startsAt(byte[] file, int at) {
        for (int i = 0; i < BYTE_RANGE.length; i++) {
            if (file[at + i] != BYTE_RANGE[i]) {
                return false;
            }
        }
        return true;
    }
}
