package se.justera.validation.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;

/** A field that a later revision added, with all below it. */
final class AddedField {

    private static final Set<String> OF_A_SIGNATURE_FIELD = Set.of(
            "FT",
            "T",
            "TU",
            "TM",
            "Ff",
            "V",
            "Type",
            "Subtype",
            "Rect",
            "F",
            "P",
            "AP",
            "AS",
            "MK",
            "DA",
            "Q",
            "Lock",
            "SV",
            "DR",
            "DV",
            "Contents",
            "Lang",
            "Parent",
            "Kids",
            "StructParent",
            "Border",
            "BS",
            "M",
            "NM",
            "H",
            "C");

    private final List<COSDictionary> signatures = new ArrayList<>();
    private final List<COSDictionary> widgets = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean onlyASignature = true;

    private AddedField() {}

    static AddedField of(@Nullable COSDictionary field, @Nullable COSName inheritedType) {
        AddedField added = new AddedField();
        added.visit(field, inheritedType, false);
        return added;
    }

    /** Whether it is a signature field without actions that shows nothing unless it is signed. */
    boolean onlyASignature() {
        return onlyASignature;
    }

    List<COSDictionary> signatures() {
        return signatures;
    }

    List<COSDictionary> widgets() {
        return widgets;
    }

    private void visit(@Nullable COSDictionary field, @Nullable COSName inheritedType, boolean parentSigned) {
        if (field == null || !seen.add(field)) {
            onlyASignature = false;
            return;
        }
        COSName own = field.getCOSName(COSName.FT);
        COSName type = own == null ? inheritedType : own;
        COSDictionary signature = Cos.dictionary(field.getItem(COSName.V));
        if (signature != null) {
            signatures.add(signature);
        }
        boolean signed = parentSigned || signature != null;
        if (COSName.WIDGET.equals(field.getCOSName(COSName.SUBTYPE)) || field.containsKey(COSName.RECT)) {
            widgets.add(field);
            onlyASignature &= COSName.SIG.equals(type) && (signed || showsNothing(field));
        }
        onlyASignature &= field.keySet().stream().allMatch(name -> OF_A_SIGNATURE_FIELD.contains(name.getName()))
                && (type == null || COSName.SIG.equals(type));
        for (COSBase kid : Cos.list(field.getItem(COSName.KIDS))) {
            visit(Cos.dictionary(kid), type, signed);
        }
    }

    private static boolean showsNothing(COSDictionary widget) {
        return Room.of(widget).isEmpty() || !widget.containsKey(COSName.AP);
    }
}
