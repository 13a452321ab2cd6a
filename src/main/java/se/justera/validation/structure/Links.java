package se.justera.validation.structure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of one file lead to. Bytes that were read in one revision need not be read in the next: what stands in
 * the same bytes, with all that it leads to, says the same in both.
 */
public final class Links {

    /** Where an object stands: its own offset; or in which object stream, and where that stands. */
    private record Place(COSObjectKey key, long at, long holder) {}

    private final Map<Place, Set<COSObjectKey>> known = new HashMap<>();

    /**
     * The objects that stand in the same bytes in both revisions of the file, with all that they lead to.
     *
     * @param after the later one
     */
    public Set<COSObjectKey> unchanged(COSDocument before, COSDocument after) {
        Map<COSObjectKey, Set<COSObjectKey>> comeFrom = new HashMap<>();
        Deque<COSObjectKey> changed = new ArrayDeque<>();
        Set<COSObjectKey> unchanged = reached(before, after, comeFrom, changed);
        while (!changed.isEmpty()) {
            for (COSObjectKey leading : comeFrom.getOrDefault(changed.pop(), Set.of())) {
                if (unchanged.remove(leading)) {
                    changed.push(leading);
                }
            }
        }
        return unchanged;
    }

    /** The objects that stand in the same bytes, and all that differ where such an object leads to them. */
    private Set<COSObjectKey> reached(
            COSDocument before,
            COSDocument after,
            Map<COSObjectKey, Set<COSObjectKey>> comeFrom,
            Deque<COSObjectKey> changed) {
        Set<COSObjectKey> same = new HashSet<>();
        for (COSObjectKey key : after.getXrefTable().keySet()) {
            if (sameBytes(key, before, after)) {
                same.add(key);
            }
        }
        for (COSObjectKey key : same) {
            for (COSObjectKey to : from(key, after)) {
                if (comeFrom.computeIfAbsent(to, first -> new HashSet<>()).isEmpty() && !same.contains(to)) {
                    changed.push(to);
                }
                comeFrom.get(to).add(key);
            }
        }
        changed.removeIf(key -> isNowhere(key, before) && isNowhere(key, after));
        return same;
    }

    /** PDFBox also looks for what no table knows, so it is asked. */
    private static boolean isNowhere(COSObjectKey key, COSDocument revision) {
        return !revision.getXrefTable().containsKey(key)
                && revision.getObjectFromPool(key).getObject() == null;
    }

    static boolean sameBytes(COSObjectKey key, COSDocument one, COSDocument other) {
        Long here = one.getXrefTable().get(key);
        return here != null
                && here.equals(other.getXrefTable().get(key))
                && (here >= 0 || sameBytes(new COSObjectKey(-here, 0), one, other));
    }

    /** Whether all that an object says stands in its own bytes. */
    public boolean leadNowhere(COSObjectKey key, COSDocument revision) {
        return from(key, revision).isEmpty();
    }

    private Set<COSObjectKey> from(COSObjectKey key, COSDocument revision) {
        long at = revision.getXrefTable().get(key);
        @Nullable Long holder = at >= 0 ? Long.valueOf(0) : revision.getXrefTable().get(new COSObjectKey(-at, 0));
        return known.computeIfAbsent(
                new Place(key, at, holder == null ? -1 : holder),
                place -> in(revision.getObjectFromPool(key).getObject()));
    }

    private static Set<COSObjectKey> in(@Nullable COSBase object) {
        Set<COSObjectKey> found = new HashSet<>();
        Deque<COSBase> open = new ArrayDeque<>();
        for (COSBase next = object; next != null; next = open.poll()) {
            if (next instanceof COSObject reference) {
                found.add(reference.getKey());
            } else if (next instanceof COSDictionary entries) {
                push(entries.getValues(), open);
            } else if (next instanceof COSArray list) {
                push(list.toList(), open);
            }
        }
        return found.isEmpty() ? Set.of() : found;
    }

    private static void push(Collection<? extends @Nullable COSBase> items, Deque<COSBase> open) {
        for (COSBase item : items) {
            if (item instanceof COSObject || item instanceof COSDictionary || item instanceof COSArray) {
                open.push(item);
            }
        }
    }
}
