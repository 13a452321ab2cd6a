package se.justera.validation.changes;

import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.Links;
import se.justera.validation.structure.Revision;

/**
 * What a later revision may change: the signature fields it fills or adds, validation data, and the date and tool of
 * the change. Everything else must be the same object with the same content (ISO 32000-2, 12.8.2.2, read strictly).
 */
public final class RevisionComparison {

    private final Revision before;
    private final Revision after;
    private final boolean signed;
    private final Ledger ledger;

    private RevisionComparison(Revision before, Revision after, Links links, boolean signed) {
        this.before = before;
        this.after = after;
        this.signed = signed;
        this.ledger = new Ledger(before, after, links, signed);
    }

    /**
     * The forbidden changes between two revisions of one file.
     *
     * @param links what is known of the file's objects already
     * @param signed whether the later one ends with a signature or document time-stamp; if not, only validation data may
     *     have come
     */
    public static List<Finding> between(Revision before, Revision after, Links links, boolean signed) {
        return new RevisionComparison(before, after, links, signed).findings();
    }

    private List<Finding> findings() {
        @Nullable COSBase wasRoot = before.trailer().getItem(COSName.ROOT);
        @Nullable COSBase isRoot = after.trailer().getItem(COSName.ROOT);
        // all its entries are compared, wherever it stands; a signature answers for having moved it
        if (!ledger.lookThrough(isRoot) || (!signed && !Cos.samePlace(wasRoot, isRoot))) {
            ledger.forbid(Fault.CATALOG, 0);
        }
        compareForm();
        new PageChanges(ledger, signed)
                .compare(
                        before.catalog().getItem(COSName.PAGES), after.catalog().getItem(COSName.PAGES));
        for (COSName name : Cos.names(before.catalog(), after.catalog())) {
            compareEntry(name, before.catalog().getItem(name), after.catalog().getItem(name));
        }
        if (!MetadataChanges.sameInfo(before.trailer(), after.trailer())) {
            ledger.forbid(Fault.METADATA, 0);
        }
        return ledger.settle();
    }

    private void compareForm() {
        FormChanges form = new FormChanges(before, ledger);
        form.compare(
                before.catalog().getItem(COSName.ACRO_FORM), after.catalog().getItem(COSName.ACRO_FORM));
        if (!signed && form.fieldsFilled()) {
            ledger.forbid(Fault.SIGNATURE_FIELD, 0);
        } else if (form.signaturesAdded() && before.certification() == 1) {
            ledger.forbid(Fault.CERTIFICATION, 0);
        }
        if (CoveredText.byAny(form.addedWidgets(), before, after)) {
            // a certified text may not be hidden; elsewhere whoever signs answers for the place of the signature
            ledger.forbid(before.certification() == 0 ? Fault.SIGNED_OVER_TEXT : Fault.TEXT_COVERED, 0);
        } else if (CoveredText.byAny(form.filledWidgets(), before, after)) {
            // its place was given to it by those who signed before, who could not see what would stand there
            ledger.forbid(Fault.SIGNED_OVER_TEXT, 0);
        }
    }

    private void compareEntry(COSName name, @Nullable COSBase was, @Nullable COSBase is) {
        switch (name.getName()) {
            case "DSS", "Extensions", "Version", "AcroForm", "Pages" -> {}
            case "Metadata" -> {
                if (!MetadataChanges.sameXmp(was, is, after.trailer())) {
                    ledger.forbid(Fault.METADATA, 0);
                }
            }
            case "OutputIntents" -> {
                // comes with the colours of a signature's picture; once there it stays
                if (was != null || !signed) {
                    ledger.same(was, is, Fault.CATALOG, 0);
                }
            }
            case "StructTreeRoot" -> new TagChanges(ledger, signed).compare(was, is);
            case "Perms" -> comparePermissions(Cos.entries(was), Cos.entries(is));
            default -> ledger.same(was, is, faultOf(name), 0);
        }
    }

    /** A certification may come with a signature, but none may go or change. */
    private void comparePermissions(COSDictionary was, COSDictionary is) {
        for (COSName name : Cos.names(was, is)) {
            if (was.containsKey(name) || !COSName.DOCMDP.equals(name)) {
                ledger.same(was.getItem(name), is.getItem(name), Fault.CERTIFICATION, 0);
            }
        }
    }

    private static Fault faultOf(COSName catalogEntry) {
        return switch (catalogEntry.getName()) {
            case "OpenAction", "AA" -> Fault.ACTION;
            case "Names", "AF", "Collection" -> Fault.ATTACHMENT;
            case "OCProperties" -> Fault.LAYERS;
            case "MarkInfo", "Lang" -> Fault.TAGS;
            default -> Fault.CATALOG;
        };
    }
}
