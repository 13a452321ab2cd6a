package se.justera.validation.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Revision;

/** Empty signature fields may be filled and signatures added; no other field may change its value or look. */
final class FormChanges {

    private static final Set<String> OF_A_FILLED_FIELD = Set.of(
            "V",
            "AP",
            "AS",
            "F",
            "M",
            "MK",
            "DA",
            "P",
            "Type",
            "Subtype",
            "Rect",
            "Ff",
            "DR",
            "DV",
            "H",
            "NM",
            "StructParent");
    private static final int READ_ONLY = 1;
    /** iText 2 to 5 keep the look of the latest signature under this name among the form's resources; no field uses it. */
    private static final COSName LATEST_LOOK = COSName.getPDFName("FRM");

    private final Revision before;
    private final Ledger ledger;
    private final List<COSDictionary> addedWidgets = new ArrayList<>();
    private final List<COSDictionary> filledWidgets = new ArrayList<>();
    private final Set<COSDictionary> looks = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean fieldsFilled;
    private boolean signaturesAdded;

    FormChanges(Revision before, Ledger ledger) {
        this.before = before;
        this.ledger = ledger;
    }

    void compare(@Nullable COSBase was, @Nullable COSBase is) {
        COSDictionary wasForm = Cos.entries(was);
        COSDictionary isForm = Cos.entries(is);
        ledger.lookThrough(is);
        for (COSName name : Cos.names(wasForm, isForm)) {
            compareEntry(name, wasForm.getItem(name), isForm.getItem(name));
        }
        COSBase wasResources = wasForm.getItem(COSName.DR);
        COSBase isResources = isForm.getItem(COSName.DR);
        onlyMore(Cos.entries(wasResources), Cos.entries(isResources), 1);
        SharedResources.account(wasResources, isResources, LATEST_LOOK, before, ledger);
    }

    /** Whether a signature or time-stamp came. */
    boolean fieldsFilled() {
        return fieldsFilled;
    }

    /** Whether a signature came that is not a document time-stamp. */
    boolean signaturesAdded() {
        return signaturesAdded;
    }

    /** The fields that were there, empty. */
    List<COSDictionary> filledWidgets() {
        return filledWidgets;
    }

    List<COSDictionary> addedWidgets() {
        return addedWidgets;
    }

    private void compareEntry(COSName name, @Nullable COSBase was, @Nullable COSBase is) {
        switch (name.getName()) {
            case "Fields" -> compareFields(was, is, null, false);
            case "SigFlags" -> {}
            case "DR" -> {}
            case "DA" -> {
                if (was != null) {
                    ledger.same(was, is, Fault.FORM, 0);
                }
            }
            case "NeedAppearances" -> {
                if (Cos.value(is) == COSBoolean.TRUE) {
                    ledger.same(was, is, Fault.FORM, 0);
                }
            }
            default -> ledger.same(was, is, Fault.FORM, 0);
        }
    }

    /** Resources for new appearances may come; those that are there stay, but for the latest signature's look. */
    private void onlyMore(COSDictionary was, COSDictionary is, int depth) {
        for (COSName name : was.keySet()) {
            if (LATEST_LOOK.equals(name) && looks.contains(Cos.dictionary(is.getItem(name)))) {
                continue;
            }
            if (depth > 0 && Cos.value(was.getItem(name)) instanceof COSDictionary inner) {
                onlyMore(inner, Cos.entries(is.getItem(name)), depth - 1);
            } else {
                ledger.same(was.getItem(name), is.getItem(name), Fault.FORM, 0);
            }
        }
    }

    private void compareFields(
            @Nullable COSBase was, @Nullable COSBase is, @Nullable COSName type, boolean parentFilled) {
        COSArray wasFields = Cos.list(was);
        COSArray isFields = Cos.list(is);
        ledger.lookThrough(is);
        int known = 0;
        for (COSBase field : isFields) {
            if (known < wasFields.size() && Cos.samePlace(wasFields.get(known), field)) {
                compareField(wasFields.get(known++), field, type, parentFilled);
            } else {
                added(Cos.dictionary(field), type);
            }
        }
        if (known < wasFields.size()) {
            ledger.forbid(Fault.SIGNATURE_REMOVED, 0);
        }
    }

    private void compareField(COSBase was, COSBase is, @Nullable COSName inheritedType, boolean parentFilled) {
        COSDictionary wasField = Cos.dictionary(was);
        COSDictionary isField = Cos.dictionary(is);
        if (wasField == null || isField == null) {
            ledger.same(was, is, Fault.FORM, 0);
            return;
        }
        if (!ledger.lookThrough(is)) {
            return;
        }
        COSName own = wasField.getCOSName(COSName.FT);
        COSName type = own == null ? inheritedType : own;
        boolean filled = parentFilled || (COSName.SIG.equals(type) && fills(wasField, isField));
        if (filled) {
            looks(isField);
            filledWidgets.add(isField);
        }
        for (COSName name : Cos.names(wasField, isField)) {
            if (COSName.KIDS.equals(name)) {
                compareFields(wasField.getItem(name), isField.getItem(name), type, filled);
            } else if (!(filled && mayFill(name, wasField, isField))
                    && !locked(name, wasField, isField)
                    && !ledger.typeSpelledOut(name, wasField, isField)) {
                ledger.same(wasField.getItem(name), isField.getItem(name), faultOf(type, name), 0);
            }
        }
    }

    private boolean fills(COSDictionary was, COSDictionary is) {
        // a signature is made when it is put there, not taken from what lay ready before
        if (ledger.wasThere(is.getItem(COSName.V))) {
            return false;
        }
        COSDictionary signature = Cos.dictionary(is.getItem(COSName.V));
        if (Cos.value(was.getItem(COSName.V)) != null || signature == null) {
            return false;
        }
        came(signature);
        return true;
    }

    private void came(COSDictionary signature) {
        fieldsFilled = true;
        signaturesAdded |= !"ETSI.RFC3161".equals(signature.getNameAsString(COSName.SUB_FILTER));
    }

    private static boolean mayFill(COSName name, COSDictionary was, COSDictionary is) {
        return OF_A_FILLED_FIELD.contains(name.getName())
                // a signature may hide its field, but not take more room than was given to it
                && (!COSName.RECT.equals(name)
                        || Room.of(is).isEmpty()
                        || Room.of(is).equals(Room.of(was)));
    }

    /** A signature that locks fields makes them read-only (ISO 32000-2, 12.8.2.4). */
    private static boolean locked(COSName name, COSDictionary was, COSDictionary is) {
        return COSName.FF.equals(name) && is.getInt(name, 0) == (was.getInt(name, 0) | READ_ONLY);
    }

    private static Fault faultOf(@Nullable COSName type, COSName entry) {
        if (COSName.SIG.equals(type)) {
            return COSName.V.equals(entry) ? Fault.SIGNATURE_REMOVED : Fault.SIGNATURE_FIELD;
        }
        return Fault.FORM_VALUE;
    }

    /** The pictures that the look of a signed field is made of. */
    private void looks(COSDictionary widget) {
        COSDictionary normal =
                Cos.entries(Cos.entries(widget.getItem(COSName.AP)).getItem(COSName.N));
        COSDictionary resources = Cos.entries(normal.getItem(COSName.RESOURCES));
        for (COSBase picture : Cos.entries(resources.getItem(COSName.XOBJECT)).getValues()) {
            COSDictionary look = Cos.dictionary(picture);
            if (look != null) {
                looks.add(look);
            }
        }
    }

    private void added(@Nullable COSDictionary field, @Nullable COSName inheritedType) {
        AddedField added = AddedField.of(field, inheritedType);
        if (field == null || !added.onlyASignature()) {
            ledger.forbid(Fault.FIELD_ADDED, 0);
            return;
        }
        added.signatures().forEach(this::came);
        for (COSDictionary widget : added.widgets()) {
            looks(widget);
            ledger.welcome(widget);
            addedWidgets.add(widget);
        }
    }
}
