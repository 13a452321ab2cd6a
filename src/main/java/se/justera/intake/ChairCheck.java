package se.justera.intake;

import java.util.List;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.SignatoryRole;

/** The chair is among those who sign. */
final class ChairCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        boolean missing = !draft.signatories().isEmpty()
                && draft.signatories().stream().noneMatch(s -> s.role() == SignatoryRole.CHAIR);
        return missing ? List.of(new Finding("/signatories", "no-chair-line")) : List.of();
    }
}
