package se.justera.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/** The §§ of a meeting follow each other, each once. */
final class NumberingCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        Set<Integer> seen = new HashSet<>();
        @Nullable Integer before = null;
        for (int i = 0; i < draft.items().size(); i++) {
            Integer number = draft.items().get(i).number();
            if (number == null) {
                continue;
            }
            String at = "/items/" + i + "/number";
            String written = number.toString();
            if (!seen.add(number)) {
                findings.add(new Finding(at, "number-twice", written));
            } else if (before != null && number != before + 1) {
                findings.add(new Finding(at, "number-gap", written, before.toString()));
            }
            before = number;
        }
        return findings;
    }
}
