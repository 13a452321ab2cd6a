package se.justera.validation.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.Revision;
import se.justera.validation.structure.SignatureSlot;
import se.justera.validation.structure.TailCheck;

/** Each signed revision compared with the next, and the last with the whole file. */
public final class LaterChanges {

    private LaterChanges() {}

    /**
     * The forbidden changes after signatures and time-stamps.
     *
     * @param slots in the order of their ends, all within the file
     */
    public static List<Finding> of(byte[] file, List<SignatureSlot> slots, Revision whole) {
        List<Finding> findings = new ArrayList<>();
        @Nullable Revision before = null;
        try {
            for (SignatureSlot slot : slots) {
                boolean last = slot.end() == file.length;
                Revision next = last ? whole : Revision.of(file, slot.end());
                if (before != null && before.length() < next.length()) {
                    findings.addAll(RevisionComparison.between(before, next, true));
                }
                close(before, whole);
                before = next;
            }
            if (before != null && before.length() < file.length) {
                findings.addAll(RevisionComparison.between(before, whole, false));
                findings.addAll(TailCheck.of(before, whole));
            }
        } catch (IOException e) {
            findings.add(Finding.after(file.length, Fault.REVISION_UNREADABLE, 0));
        } finally {
            close(before, whole);
        }
        return findings;
    }

    private static void close(@Nullable Revision revision, Revision whole) {
        if (revision != null && revision != whole) {
            try {
                revision.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
