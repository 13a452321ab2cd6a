package se.justera.validation.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of one file lead to. Bytes that were read in one revision need not be read in the next: what stands in
 * the same bytes, with all that it leads to, says the same in both.
 */
public final class Links {

    /**
     * A revision.
     *
     * @param length so many bytes of the file
     */
    public record Beginning(COSDocument objects, long length) {

        @Nullable
        Long place(COSObjectKey key) {
            return objects.getXrefTable().get(key);
        }

        @Nullable
        COSBase object(COSObjectKey key) {
            return objects.getObjectFromPool(key).getObject();
        }
    }

    /** What an object refers to, and where it ends; for some streams another object says how long they are. */
    private record Said(
            Set<COSObjectKey> references,
            long end,
            @Nullable COSObjectKey length,
            long begin) {}

    private record Packed(COSObjectKey key, long holder) {}

    private final Map<Long, Said> atPlace = new HashMap<>();
    private final Map<Packed, Said> packed = new HashMap<>();
    private final Map<COSObjectKey, List<COSObjectKey>> comeFrom = new HashMap<>();
    private final byte[] file;
    private @Nullable ObjectEnds ends;
    private @Nullable COSDocument latest;

    public Links(byte[] file) {
        this.file = file;
    }

    /** The objects that stand in the same bytes in an earlier and a later revision, with all that they lead to. */
    public Set<COSObjectKey> unchanged(Beginning before, Beginning after) {
        lookThrough(after);
        Set<COSObjectKey> unchanged =
                new HashSet<>(after.objects().getXrefTable().keySet());
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
    public boolean unchanged(COSObjectKey start, Beginning before, Beginning after) {
        Set<COSObjectKey> reached = new HashSet<>();
        Deque<COSObjectKey> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            COSObjectKey key = open.pop();
            if (reached.add(key)) {
                if (!sameBytes(key, before, after)) {
                    return false;
                }
                open.addAll(said(key, after).references());
            }
        }
        return true;
    }

    /** Whether all that an object says stands in its own bytes. */
    boolean leadNowhere(COSObjectKey key, Beginning revision) {
        return said(key, revision).references().isEmpty();
    }

    /** At the same place in both, and nothing of it behind the earlier one's end. */
    boolean sameBytes(COSObjectKey key, Beginning before, Beginning after) {
        Long place = after.place(key);
        if (place == null || !place.equals(before.place(key))) {
            return false;
        }
        return place < 0
                ? sameBytes(new COSObjectKey(-place, 0), before, after)
                : end(said(key, after), after) <= before.length();
    }

    private static long end(Said said, Beginning revision) {
        if (said.length() == null) {
            return said.end();
        }
        return revision.object(said.length()) instanceof COSInteger length
                ? Math.max(said.end(), said.begin() + length.longValue())
                : Long.MAX_VALUE;
    }

    /** From where each object is led to; kept while one later revision is compared with many. */
    private void lookThrough(Beginning after) {
        if (latest != after.objects()) {
            comeFrom.clear();
            for (COSObjectKey key : List.copyOf(after.objects().getXrefTable().keySet())) {
                for (COSObjectKey to : said(key, after).references()) {
                    comeFrom.computeIfAbsent(to, first -> new ArrayList<>(2)).add(key);
                }
            }
            latest = after.objects();
        }
    }

    /** PDFBox also looks for what no table knows, so it is asked. */
    private static boolean isNowhere(COSObjectKey key, Beginning revision) {
        return revision.place(key) == null && revision.object(key) == null;
    }

    private Said said(COSObjectKey key, Beginning revision) {
        Long place = revision.place(key);
        if (place == null) {
            return new Said(Set.of(), Long.MAX_VALUE, null, 0);
        }
        return place < 0
                ? packed(key, new COSObjectKey(-place, 0), revision)
                : atPlace.computeIfAbsent(place, at -> {
                    ObjectEnds.Written written = ends().at(at);
                    return new Said(in(written.object()), written.end(), written.length(), written.begin());
                });
    }

    /** Read in a revision that has the whole of what holds it, it says the same in all later ones. */
    private Said packed(COSObjectKey key, COSObjectKey holder, Beginning revision) {
        Long place = revision.place(holder);
        boolean whole = place != null && place >= 0 && end(said(holder, revision), revision) <= revision.length();
        Packed where = new Packed(key, place == null ? -1 : place);
        Said known = whole ? packed.get(where) : null;
        if (known == null) {
            known = new Said(in(revision.object(key)), 0, null, 0);
            if (whole) {
                packed.put(where, known);
            }
        }
        return known;
    }

    private ObjectEnds ends() {
        ObjectEnds parser = ends;
        if (parser == null) {
            try {
                parser = new ObjectEnds(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ends = parser;
        }
        return parser;
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
