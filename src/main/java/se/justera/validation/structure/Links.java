package se.justera.validation.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private final Map<COSObjectKey, List<COSObjectKey>> comeFrom = new HashMap<>();
    private @Nullable COSDocument latest;

    /**
     * The objects that stand in the same bytes in both revisions of the file, with all that they lead to.
     *
     * @param after the later one
     */
    public Set<COSObjectKey> unchanged(COSDocument before, COSDocument after) {
        lookThrough(after);
        Set<COSObjectKey> unchanged = new HashSet<>(after.getXrefTable().keySet());
        Deque<COSObjectKey> changed = new ArrayDeque<>();
        for (COSObjectKey key : comeFrom.keySet()) {
            if (!unchanged.contains(key) && !(isNowhere(key, before) && isNowhere(key, after))) {
                changed.push(key);
            }
        }
        unchanged.removeIf(key -> {
            boolean differs = !sameBytes(key, before, after);
            if (differs) {
                changed.push(key);
            }
            return differs;
        });
        while (!changed.isEmpty()) {
            for (COSObjectKey leading : comeFrom.getOrDefault(changed.pop(), List.of())) {
                if (unchanged.remove(leading)) {
                    changed.push(leading);
                }
            }
        }
        return unchanged;
    }

    /** Whether an object stands in the same bytes in both, with all that it leads to. */
    public boolean unchanged(COSObjectKey start, COSDocument before, COSDocument after) {
        Set<COSObjectKey> reached = new HashSet<>();
        Deque<COSObjectKey> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            COSObjectKey key = open.pop();
            if (reached.add(key)) {
                if (!sameBytes(key, before, after)) {
                    return false;
                }
                open.addAll(from(key, after));
            }
        }
        return true;
    }

    /** From where each object is led to; kept while one later revision is compared with many. */
    private void lookThrough(COSDocument after) {
        if (latest != after) {
            comeFrom.clear();
            for (COSObjectKey key : List.copyOf(after.getXrefTable().keySet())) {
                for (COSObjectKey to : from(key, after)) {
                    comeFrom.computeIfAbsent(to, first -> new ArrayList<>(2)).add(key);
                }
            }
            latest = after;
        }
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
