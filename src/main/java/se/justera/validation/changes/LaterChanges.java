package se.justera.validation.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.FirstReading;
import se.justera.validation.structure.Links;
import se.justera.validation.structure.OtherReadings;
import se.justera.validation.structure.Revision;
import se.justera.validation.structure.SignatureSlot;
import se.justera.validation.structure.TailCheck;

/** Each signed revision compared with the next, and the last with the whole file. */
public final class LaterChanges {

    private final byte[] file;
    private final Revision whole;
    private final Links links;
    private final List<Finding> findings = new ArrayList<>();
    private boolean plain = true;

    private LaterChanges(byte[] file, Revision whole) {
        this.file = file;
        this.links = new Links(file);
        this.whole = whole;
    }

    /**
     * The forbidden changes after signatures and time-stamps.
     *
     * @param slots in the order of their ends, all within the file
     */
    public static LaterChanges of(byte[] file, List<SignatureSlot> slots, Revision whole) {
        LaterChanges changes = new LaterChanges(file, whole);
        changes.compare(slots);
        return changes;
    }

    /** Whether a file does nothing after a revision but fill empty fields with signatures, and nobody could read it in another way. */
    public static boolean onlySignatures(byte[] file, Revision before, Revision whole) {
        return OtherReadings.between(before, whole).isEmpty()
                && PlainUpdate.between(before, whole, whole, new Links(file));
    }

    public List<Finding> findings() {
        return findings;
    }

    /**
     * Whether there is nothing that anybody could see in another way than we do: after the first of these signatures only
     * empty fields were filled with signatures, and validation data came; all else is the same to the byte.
     */
    public boolean plain() {
        return plain && findings.isEmpty();
    }

    private void compare(List<SignatureSlot> slots) {
        @Nullable Revision before = null;
        try {
            for (SignatureSlot slot : slots) {
                boolean last = slot.end() == file.length;
                Revision next = last ? whole : Revision.of(file, slot.end());
                if (before == null) {
                    findings.addAll(FirstReading.of(next));
                } else if (before.length() < next.length()) {
                    compare(before, next, true);
                }
                close(before);
                before = next;
            }
            if (before != null && before.length() < file.length) {
                compare(before, whole, false);
                findings.addAll(TailCheck.of(before, whole));
            }
        } catch (IOException e) {
            findings.add(Finding.after(file.length, Fault.REVISION_UNREADABLE, 0));
        } finally {
            close(before);
        }
    }

    private void compare(Revision before, Revision after, boolean signed) {
        findings.addAll(OtherReadings.between(before, after));
        // behind the last signature nothing may be filled either: that is for the comparison to say
        boolean nothingToCompare = signed && PlainUpdate.between(before, after, whole, links);
        if (!nothingToCompare) {
            plain = false;
            findings.addAll(RevisionComparison.between(before, after, links, signed));
        }
    }

    private void close(@Nullable Revision revision) {
        if (revision != null && revision != whole) {
            try {
                revision.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
