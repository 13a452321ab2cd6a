package se.justera.validation.structure;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Signatures whose bytes are in the file but that no field leads to: hidden, or taken away by a later revision. Those
 * that a later signature covers were gone when that was made, and are nobody's loss.
 */
public final class LooseSignatures {

    private static final byte[] BYTE_RANGE = "/ByteRange".getBytes(StandardCharsets.ISO_8859_1);

    private LooseSignatures() {}

    /** A finding if a byte range stands behind all that the form's signatures cover. */
    public static List<Finding> of(byte[] file, List<SignatureSlot> slots) {
        int covered = slots.stream().mapToInt(SignatureSlot::end).max().orElse(0);
        return occursFrom(Math.max(covered, 0), file)
                ? List.of(Finding.after(file.length, Fault.SIGNATURE_OUTSIDE_FORM, 0))
                : List.of();
    }

    private static boolean occursFrom(int from, byte[] file) {
        for (int at = from; at <= file.length - BYTE_RANGE.length; at++) {
            if (startsAt(file, at)) {
                return true;
            }
        }
        return false;
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
