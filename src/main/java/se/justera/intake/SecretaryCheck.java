package se.justera.intake;

import java.util.List;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.SignatoryRole;

/** Whoever kept the minutes signs them. */
final class SecretaryCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        boolean missing = !draft.signatories().isEmpty()
                && draft.signatories().stream().noneMatch(s -> s.role() == SignatoryRole.SECRETARY);
        return missing ? List.of(new Finding("/signatories", "no-secretary")) : List.of();
    }
}
