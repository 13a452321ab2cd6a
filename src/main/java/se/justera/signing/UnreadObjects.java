package se.justera.signing;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * The objects of a document that an update does not refer to and that nobody has read. PDFBox would read them all before it
 * writes the update, only to know their numbers; so in the meantime they stand in no table.
 */
final class UnreadObjects {

    private final COSDocument document;
    private final Map<COSObjectKey, Long> places = new HashMap<>();

    private UnreadObjects(COSDocument document) {
        this.document = document;
        document.getXrefTable().forEach((key, place) -> {
            if (!document.getObjectFromPool(key).isDereferenced()) {
                places.put(key, place);
            }
        });
    }

    /** What the update refers to is read now. */
    static UnreadObjects of(COSDocument document) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open =
                new ArrayDeque<>(document.getTrailer().toIncrement().getObjects());
        for (COSBase next = document.getTrailer(); next != null; next = open.poll()) {
            if (next instanceof COSObject reference) {
                reference.getObject();
            } else if (next instanceof COSDictionary entries && seen.add(entries)) {
                entries.getValues().forEach(open::push);
            } else if (next instanceof COSArray list && seen.add(list)) {
                list.iterator().forEachRemaining(value -> push(value, open));
            }
        }
        return new UnreadObjects(document);
    }

    private static void push(COSBase value, Deque<COSBase> open) {
        if (value != null) {
            open.push(value);
        }
    }

    /** Does without them; none of them may be wanted. */
    void leftAside(Runnable writing) {
        document.getXrefTable().keySet().removeAll(places.keySet());
        try {
            writing.run();
        } finally {
            document.getXrefTable().putAll(places);
        }
        if (places.keySet().stream()
                .anyMatch(key -> document.getObjectFromPool(key).isDereferenced())) {
            throw new IllegalStateException("an update needs an object that it does not refer to");
        }
    }
}
