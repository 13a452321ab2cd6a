package se.justera.validation.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Finds the filled signature fields of a form, by the form's own tree. */
public final class SignatureSlots {

    private final List<SignatureSlot> found = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SignatureSlots() {}

    /** The filled signature fields, in the order in which the revisions end. */
    public static List<SignatureSlot> of(Revision revision) {
        SignatureSlots slots = new SignatureSlots();
        COSDictionary form = Cos.entries(revision.catalog().getItem(COSName.ACRO_FORM));
        for (COSBase field : Cos.list(form.getItem(COSName.FIELDS))) {
            slots.visit(Cos.dictionary(field), "", null);
        }
        slots.found.sort(Comparator.comparingInt(SignatureSlot::end));
        return List.copyOf(slots.found);
    }

    private void visit(@Nullable COSDictionary field, String parent, @Nullable COSName inheritedType) {
        if (field == null || !seen.add(field)) {
            return;
        }
        String partial = field.getString(COSName.T);
        String name = partial == null ? parent : parent.isEmpty() ? partial : parent + "." + partial;
        COSName own = field.getCOSName(COSName.FT);
        COSName type = own == null ? inheritedType : own;
        COSDictionary value = Cos.dictionary(field.getItem(COSName.V));
        if (value != null && (COSName.SIG.equals(type) || value.containsKey(COSName.BYTERANGE))) {
            found.add(new SignatureSlot(unlike(name), value));
        }
        for (COSBase kid : Cos.list(field.getItem(COSName.KIDS))) {
            visit(Cos.dictionary(kid), name, type);
        }
    }

    /** Names tell the signatures apart here, whatever the file does. */
    private String unlike(String name) {
        boolean taken = found.stream().anyMatch(slot -> slot.field().equals(name));
        return taken ? unlike(name + "'") : name;
    }
}
