package se.justera.validation.changes;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Revision;

/**
 * The form's resources where pages draw with the same dictionary: what came for a signature's look came to the pages as
 * well. It changes nothing there if nothing drawn calls for it, now that content which waits for it would show it.
 */
final class SharedResources {

    private final Revision before;
    private final Set<COSBase> places = new HashSet<>();
    private final Set<COSName> come = new HashSet<>();

    private SharedResources(Revision before) {
        this.before = before;
    }

    /**
     * Accounts for dictionaries that pages share with the form; the form's own comparison sees that all that was there
     * stays.
     *
     * @param exchanged a name under which something else may stand than before
     */
    static void account(
            @Nullable COSBase was, @Nullable COSBase is, COSName exchanged, Revision before, Ledger ledger) {
        SharedResources shared = new SharedResources(before);
        shared.collect(was, is, exchanged);
        if (!shared.come.isEmpty() && shared.usedByAPage() && shared.calledByNothing()) {
            shared.places.forEach(ledger::lookThrough);
        }
    }

    private void collect(@Nullable COSBase was, @Nullable COSBase is, COSName exchanged) {
        COSDictionary wasKinds = Cos.entries(was);
        COSDictionary isKinds = Cos.entries(is);
        place(was, is);
        for (COSName kind : isKinds.keySet()) {
            place(wasKinds.getItem(kind), isKinds.getItem(kind));
            COSDictionary known = Cos.entries(wasKinds.getItem(kind));
            for (COSName name : Cos.entries(isKinds.getItem(kind)).keySet()) {
                if (!known.containsKey(name) || exchanged.equals(name)) {
                    come.add(name);
                }
            }
        }
    }

    private void place(@Nullable COSBase was, @Nullable COSBase is) {
        if (is != null && Cos.key(is) != null && Cos.samePlace(was, is) && Cos.dictionary(is) != null) {
            places.add(is);
        }
    }

    private boolean usedByAPage() {
        Set<COSObjectKey> shared = new HashSet<>();
        places.forEach(place -> shared.add(Cos.key(place)));
        for (PDPage page : before.document().getPages()) {
            COSBase resources = page.getCOSObject().getItem(COSName.RESOURCES);
            Set<COSObjectKey> own = new HashSet<>();
            own.add(Cos.key(resources));
            Cos.entries(resources).getValues().forEach(kind -> own.add(Cos.key(kind)));
            if (!Collections.disjoint(own, shared)) {
                return true;
            }
        }
        return false;
    }

    private boolean calledByNothing() {
        try {
            return Collections.disjoint(ContentNames.of(before), come);
        } catch (IOException e) {
            return false;
        }
    }
}
