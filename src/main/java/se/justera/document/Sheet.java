package se.justera.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/**
 * What is printed: a draft, or the document that is to be sealed.
 *
 * @param order absent for a draft and for a copy
 * @param copy absent unless it is made out of a signed document
 */
record Sheet(
        Draft draft,
        List<SignatureSpace> spaces,
        @Nullable DocumentOrder order,
        @Nullable Copy copy,
        @Nullable Letterhead letterhead) {

    static Sheet draft(Draft draft, @Nullable Letterhead letterhead) {
        return new Sheet(draft, SignatureSpace.allOf(draft), null, null, letterhead);
    }

    static Sheet toBeSealed(DocumentOrder order) {
        return new Sheet(order.draft(), order.spaces(), order, null, order.letterhead());
    }

    static Sheet copied(Draft draft, Copy copy) {
        return new Sheet(draft, List.of(), null, copy, null);
    }

    boolean isDraft() {
        return order == null && copy == null;
    }

    boolean isTrial() {
        return (order != null && order.trial()) || (copy != null && copy.trial());
    }

    Wording wording() {
        return copy == null ? Wording.NEWEST : copy.wording();
    }

    /** False where only some of the matters are printed. */
    boolean isAll() {
        return copy == null || copy.isLaidOutAsTheMinutes();
    }
}
