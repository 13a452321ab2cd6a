package se.justera.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/**
 * What is printed: a draft, or the document that is to be sealed.
 *
 * @param order absent for a draft
 */
record Sheet(
        Draft draft, List<SignatureSpace> spaces, @Nullable DocumentOrder order) {

    static Sheet draft(Draft draft) {
        return new Sheet(draft, SignatureSpace.allOf(draft), null);
    }

    static Sheet toBeSealed(DocumentOrder order) {
        return new Sheet(order.draft(), order.spaces(), order);
    }

    boolean isDraft() {
        return order == null;
    }

    boolean isTrial() {
        return order != null && order.trial();
    }
}
