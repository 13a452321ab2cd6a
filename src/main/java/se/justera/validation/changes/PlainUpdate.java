package se.justera.validation.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Links;
import se.justera.validation.structure.References;
import se.justera.validation.structure.Revision;

/**
 * An update that does nothing but put new signatures into empty fields that lock nothing, and bring validation data.
 * All else stands in the very same bytes, so there is nothing to compare: stricter than the comparison, and as cheap as
 * the update is small.
 */
final class PlainUpdate {

    private static final Set<String> OF_THE_CATALOG = Set.of("DSS", "Extensions");
    private static final Set<String> OF_THE_FORM = Set.of("SigFlags");
    private static final Set<String> OF_A_FILLED_FIELD = Set.of("V", "AP");
    private static final Set<String> OF_THE_TRAILER =
            Set.of("Size", "Prev", "ID", "Length", "Index", "W", "Filter", "DecodeParms", "Type", "XRefStm");
    private static final int ONLY_FORM_FILLING = 2;

    private final Revision before;
    private final Revision after;
    private final Revision whole;
    private final Links links;
    private final Set<Long> numbersBefore;
    private final Set<COSObjectKey> fields = new HashSet<>();
    private final List<COSDictionary> filled = new ArrayList<>();

    private PlainUpdate(Revision before, Revision after, Revision whole, Links links) {
        this.before = before;
        this.after = after;
        this.whole = whole;
        this.links = links;
        this.numbersBefore =
                before.places().keySet().stream().map(COSObjectKey::getNumber).collect(Collectors.toSet());
    }

    /**
     * Whether that is all that lies between two revisions.
     *
     * @param whole the file that begins with them, of which what they have in common with it is read
     * @param links what is known of its objects already
     */
    static boolean between(Revision before, Revision after, Revision whole, Links links) {
        return new PlainUpdate(before, after, whole, links).isPlain();
    }

    private boolean isPlain() {
        if (!sameBut(before.trailer(), after.trailer(), OF_THE_TRAILER)
                || (before.certification() != 0 && before.certification() < ONLY_FORM_FILLING)
                || !onlySignatureFields()) {
            return false;
        }
        for (COSObjectKey key : before.places().keySet()) {
            if (!after.sameBytes(key, before, links) && !mayDiffer(key)) {
                return false;
            }
        }
        Set<Long> come = after.places().keySet().stream()
                .filter(key -> !before.places().containsKey(key))
                .map(COSObjectKey::getNumber)
                .collect(Collectors.toSet());
        // an object of another generation would be the same number twice, and nothing may have waited for one
        return Collections.disjoint(come, numbersBefore)
                && !anyLocks()
                && !References.lead(before, come)
                && !CoveredText.byAny(filled, before, after);
    }

    /** Fields with others below them, of other kinds, or that lock others are a matter for the whole comparison. */
    private boolean onlySignatureFields() {
        COSBase form = after.catalog().getItem(COSName.ACRO_FORM);
        for (COSBase item : Cos.list(Cos.entries(form).getItem(COSName.FIELDS))) {
            COSDictionary field = Cos.entries(item);
            COSObjectKey key = Cos.key(item);
            if (key == null
                    || !COSName.SIG.equals(field.getCOSName(COSName.FT))
                    || field.containsKey(COSName.KIDS)
                    || field.containsKey(COSName.getPDFName("Lock"))) {
                return false;
            }
            fields.add(key);
        }
        return true;
    }

    /** Read last: the signatures are what is largest. */
    private boolean anyLocks() {
        return fields.stream()
                .map(field -> Cos.entries(object(after, field)).getItem(COSName.V))
                .anyMatch(signature -> locks(asInTheWhole(signature)));
    }

    /** Each signature is read once and not in every revision, where it says the same. */
    private @Nullable COSBase asInTheWhole(@Nullable COSBase signature) {
        COSObjectKey key = Cos.key(signature);
        if (key != null && whole.sameBytes(key, after, links) && whole.saysAll(key, links)) {
            return object(whole, key);
        }
        return signature;
    }

    /** ISO 32000-2, 12.8.2.4. */
    private static boolean locks(@Nullable COSBase signature) {
        for (COSBase reference : Cos.list(Cos.entries(signature).getItem(COSName.getPDFName("Reference")))) {
            if (!COSName.DOCMDP.equals(Cos.entries(reference).getCOSName(COSName.TRANSFORM_METHOD))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayDiffer(COSObjectKey key) {
        COSBase was = object(before, key);
        COSBase is = object(after, key);
        if (!(was instanceof COSDictionary wasEntries) || !(is instanceof COSDictionary isEntries)) {
            return false;
        }
        return sameBut(wasEntries, isEntries, whatMayDiffer(key, wasEntries, isEntries))
                && Ledger.sameStream(wasEntries, isEntries);
    }

    private Set<String> whatMayDiffer(COSObjectKey key, COSDictionary was, COSDictionary is) {
        if (key.equals(Cos.key(after.trailer().getItem(COSName.ROOT)))) {
            return OF_THE_CATALOG;
        } else if (key.equals(Cos.key(after.catalog().getItem(COSName.ACRO_FORM)))) {
            return OF_THE_FORM;
        }
        if (!fields.contains(key) || !filled(was, is)) {
            return Set.of();
        }
        filled.add(is);
        return OF_A_FILLED_FIELD;
    }

    /** With a signature that was not there before in any form. */
    private boolean filled(COSDictionary was, COSDictionary is) {
        COSObjectKey signature = Cos.key(is.getItem(COSName.V));
        return Cos.value(was.getItem(COSName.V)) == null
                && signature != null
                && !numbersBefore.contains(signature.getNumber())
                && Cos.dictionary(is.getItem(COSName.V)) != null;
    }

    private static @Nullable COSBase object(Revision revision, COSObjectKey key) {
        COSDocument document = revision.document().getDocument();
        return revision.places().containsKey(key)
                ? document.getObjectFromPool(key).getObject()
                : null;
    }

    private static boolean sameBut(COSDictionary was, COSDictionary is, Set<String> free) {
        for (COSName name : Cos.names(was, is)) {
            if (!free.contains(name.getName()) && !same(was.getItem(name), is.getItem(name), 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(@Nullable COSBase was, @Nullable COSBase is, int depth) {
        if (depth > 20 || !Cos.samePlace(was, is)) {
            return false;
        } else if (Cos.key(was) != null) {
            return true;
        } else if (was instanceof COSArray wasList && is instanceof COSArray isList) {
            boolean all = wasList.size() == isList.size();
            for (int i = 0; all && i < wasList.size(); i++) {
                all = same(wasList.get(i), isList.get(i), depth + 1);
            }
            return all;
        } else if (was instanceof COSDictionary wasEntries && is instanceof COSDictionary isEntries) {
            return Cos.names(wasEntries, isEntries).stream()
                    .allMatch(name -> same(wasEntries.getItem(name), isEntries.getItem(name), depth + 1));
        }
        return Ledger.sameSimple(was, is);
    }
}
