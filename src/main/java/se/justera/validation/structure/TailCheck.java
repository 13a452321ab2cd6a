package se.justera.validation.structure;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes after the last signature are accepted only as whole incremental updates in which every object is reachable from
 * the document security store (ETSI EN 319 142-1, 5.4.2), at least one of them.
 */
public final class TailCheck {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");

    /** ISO 32000-2, 7.2.3; zeros fill the last block on some media. */
    private static final String WHITE_SPACE = "\0\t\n\f\r ";

    private TailCheck() {}

    /** What is wrong with the bytes after {@code signed}, the last revision that a signature covers. */
    public static List<Finding> of(Revision signed, Revision whole) {
        if (blank(whole.file(), signed.length())) {
            return List.of(Finding.after(signed.length(), Fault.TAIL_BLANK, 0));
        }
        try {
            return onlyValidationData(signed, whole)
                    ? List.of()
                    : List.of(Finding.after(signed.length(), Fault.TAIL, 0));
        } catch (IOException | RuntimeException e) {
            return List.of(Finding.after(signed.length(), Fault.TAIL, 0));
        }
    }

    private static boolean blank(byte[] file, int from) {
        for (int at = from; at < file.length; at++) {
            if (WHITE_SPACE.indexOf(file[at]) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean onlyValidationData(Revision signed, Revision whole) throws IOException {
        Map<COSObjectKey, Long> objects = new TailParser(whole.file()).objectsFrom(signed.length());
        Set<COSObjectKey> reachable = reachable(whole.catalog().getItem(DSS));
        Set<COSObjectKey> looked = new HashSet<>(reachable(whole.catalog().getItem(EXTENSIONS)));
        // what they may say is compared elsewhere: the date and tool of the change
        looked.add(Cos.key(whole.trailer().getItem(COSName.ROOT)));
        looked.add(Cos.key(whole.trailer().getItem(COSName.INFO)));
        looked.add(Cos.key(whole.catalog().getItem(COSName.METADATA)));
        Set<COSObjectKey> changed = new HashSet<>(whole.places().keySet());
        changed.removeIf(key -> whole.sameBytes(key, signed));
        if (changed.stream().noneMatch(reachable::contains)) {
            return false;
        }
        changed.addAll(objects.keySet());
        for (COSObjectKey key : changed) {
            if (!looked.contains(key)
                    && !reachable.contains(key)
                    && !carries(whole, objects, key)
                    && !saysNothing(whole, signed, key)) {
                return false;
            }
        }
        return whole.places().keySet().containsAll(signed.places().keySet());
    }

    /** A cross-reference stream or object stream: it shows nothing itself. */
    private static boolean carries(Revision whole, Map<COSObjectKey, Long> objects, COSObjectKey key) {
        if (!objects.containsKey(key)) {
            return false;
        }
        COSBase object = whole.document().getDocument().getObjectFromPool(key).getObject();
        COSName type = object instanceof COSDictionary dictionary ? dictionary.getCOSName(COSName.TYPE) : null;
        return COSName.XREF.equals(type) || COSName.OBJ_STM.equals(type);
    }

    /** iText leaves new dictionaries behind that have a type at most; whoever is led to one is compared elsewhere. */
    private static boolean saysNothing(Revision whole, Revision signed, COSObjectKey key) {
        COSBase object = whole.document().getDocument().getObjectFromPool(key).getObject();
        return !signed.places().containsKey(key)
                && object instanceof COSDictionary dictionary
                && !(object instanceof COSStream)
                && dictionary.keySet().stream().allMatch(COSName.TYPE::equals);
    }

    static Set<COSObjectKey> reachable(@Nullable COSBase start) {
        Set<COSObjectKey> reached = new HashSet<>();
        Deque<COSBase> open = new ArrayDeque<>();
        if (start != null) {
            open.push(start);
        }
        while (!open.isEmpty()) {
            COSBase item = open.pop();
            if (item instanceof COSObject reference && !reached.add(reference.getKey())) {
                continue;
            }
            COSBase value = Cos.value(item);
            if (value instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(open::push);
            } else if (value instanceof COSArray array) {
                array.forEach(open::push);
            }
        }
        return reached;
    }
}
