package se.justera.validation.changes;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.Links;
import se.justera.validation.structure.Revision;

/**
 * The account of one comparison: what was forbidden at sight, which objects were looked through entry by entry, and
 * what must be the same in every entry, however deep.
 */
final class Ledger {

    private record Pair(@Nullable COSBase before, @Nullable COSBase after, Fault fault, int page) {}

    private record Moved(COSObjectKey before, COSObjectKey after) {}

    private final Revision before;
    private final Revision after;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<COSObjectKey> lookedThrough = new HashSet<>();
    private final Set<COSDictionary> newWidgets = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Pair> mustBeSame = new ArrayDeque<>();
    private final Links links;
    private final Set<COSObjectKey> unchanged;
    private final boolean signed;
    private final Set<Moved> moved = new HashSet<>();

    /** @param signed whether a signature covers the later revision, so that its writer answers for what was moved */
    Ledger(Revision before, Revision after, Links links, boolean signed) {
        this.before = before;
        this.after = after;
        this.links = links;
        this.unchanged = after.unchangedSince(before, links);
        this.signed = signed;
    }

    void forbid(Fault fault, int page) {
        findings.add(Finding.after(before.length(), fault, page));
    }

    /** Whether an object stood in the earlier revision already. */
    boolean wasThere(@Nullable COSBase item) {
        COSObjectKey key = Cos.key(item);
        return key != null && before.places().containsKey(key);
    }

    /** The entries of this object are all accounted for one by one, so it may differ; false if it already was. */
    boolean lookThrough(@Nullable COSBase item) {
        COSObjectKey key = Cos.key(item);
        return key == null || lookedThrough.add(key);
    }

    /** The widget of a signature that was added. */
    void welcome(COSDictionary widget) {
        newWidgets.add(widget);
    }

    boolean isWelcome(@Nullable COSDictionary widget) {
        return widget != null && newWidgets.contains(widget);
    }

    /** Both must be the same in every entry; else it is this fault. */
    void same(@Nullable COSBase was, @Nullable COSBase is, Fault fault, int page) {
        mustBeSame.addLast(new Pair(was, is, fault, page));
    }

    /** All findings; to be called once, when all that may differ has been looked through. */
    List<Finding> settle() {
        Set<COSObjectKey> settled = new HashSet<>(lookedThrough);
        while (!mustBeSame.isEmpty()) {
            Pair pair = mustBeSame.removeLast();
            COSObjectKey key = Cos.key(pair.before());
            if (!Cos.samePlace(pair.before(), pair.after())) {
                elsewhere(pair);
            } else if (key == null || (!unchanged.contains(key) && settled.add(key))) {
                compare(pair, key != null && after.sameBytes(key, before, links));
            }
        }
        return new ArrayList<>(findings);
    }

    /** Some products write an object anew under another number; behind a signature it is the same if all in it is. */
    private void elsewhere(Pair pair) {
        COSObjectKey was = Cos.key(pair.before());
        COSObjectKey is = Cos.key(pair.after());
        if (!signed || was == null || is == null) {
            forbidUnlessBothNothing(pair);
        } else if (moved.add(new Moved(was, is))) {
            compare(pair, false);
        }
    }

    private void forbidUnlessBothNothing(Pair pair) {
        if (Cos.value(pair.before()) != null || Cos.value(pair.after()) != null) {
            forbid(pair.fault(), pair.page());
        }
    }

    private void compare(Pair pair, boolean sameBytes) {
        COSBase was = Cos.value(pair.before());
        COSBase is = Cos.value(pair.after());
        if (was instanceof COSDictionary wasEntries && is instanceof COSDictionary isEntries) {
            for (COSName name : Cos.names(wasEntries, isEntries)) {
                if (typeSpelledOut(name, wasEntries, isEntries)) {
                    continue;
                }
                same(wasEntries.getItem(name), isEntries.getItem(name), pair.fault(), pair.page());
            }
            if (!sameBytes && !sameStream(wasEntries, isEntries)) {
                forbid(pair.fault(), pair.page());
            }
        } else if (was instanceof COSArray wasList
                && is instanceof COSArray isList
                && wasList.size() == isList.size()) {
            for (int i = 0; i < wasList.size(); i++) {
                same(wasList.get(i), isList.get(i), pair.fault(), pair.page());
            }
        } else if (!sameBytes && !sameSimple(was, is)) {
            forbid(pair.fault(), pair.page());
        }
    }

    /** An annotation's type goes without saying (ISO 32000-2, table 166); PDFBox says it where others did not. */
    boolean typeSpelledOut(COSName name, COSDictionary was, COSDictionary is) {
        return signed
                && COSName.TYPE.equals(name)
                && !was.containsKey(name)
                && was.containsKey(COSName.RECT)
                && COSName.ANNOT.equals(is.getItem(name));
    }

    static boolean sameSimple(@Nullable COSBase was, @Nullable COSBase is) {
        if (was == null || is == null) {
            return was == is;
        } else if (was instanceof COSNumber wasNumber && is instanceof COSNumber isNumber) {
            return Float.compare(wasNumber.floatValue(), isNumber.floatValue()) == 0
                    && wasNumber.longValue() == isNumber.longValue();
        } else if (was instanceof COSString wasString && is instanceof COSString isString) {
            return Arrays.equals(wasString.getBytes(), isString.getBytes());
        }
        return was.equals(is);
    }

    static boolean sameStream(COSDictionary was, COSDictionary is) {
        if (was instanceof COSStream wasStream && is instanceof COSStream isStream) {
            try (InputStream wasBytes = wasStream.createRawInputStream();
                    InputStream isBytes = isStream.createRawInputStream()) {
                return Arrays.equals(wasBytes.readAllBytes(), isBytes.readAllBytes());
            } catch (IOException e) {
                return false;
            }
        }
        return !(was instanceof COSStream) && !(is instanceof COSStream);
    }
}
