package se.justera.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
        findings.addAll(range(draft));
        return findings;
    }

    /** The head of minutes says which §§ they hold. */
    private static List<Finding> range(Draft draft) {
        List<Integer> numbers = draft.items().stream()
                .map(Draft.Item::number)
                .filter(Objects::nonNull)
                .toList();
        Draft.Numbering said = draft.numbering();
        if (said == null || numbers.isEmpty() || (said.first() == null && said.last() == null)) {
            return List.of();
        }
        int first = said.first() == null ? numbers.get(0) : said.first();
        int last = said.last() == null ? numbers.get(numbers.size() - 1) : said.last();
        boolean same = first == numbers.get(0) && last == numbers.get(numbers.size() - 1);
        String at = said.first() == null ? "/numbering/last" : "/numbering/first";
        return same
                ? List.of()
                : List.of(new Finding(
                        at,
                        "range-differs",
                        first + "–" + last,
                        numbers.get(0) + "–" + numbers.get(numbers.size() - 1)));
    }
}
