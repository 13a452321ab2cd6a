package se.justera.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/** Names the matters that minutes deal with as a notice does: "§§ 33–38, 40". */
final class Paragraphs {

    private Paragraphs() {}

    static String of(Draft draft) {
        return of(draft.items().stream());
    }

    /** Those that were adjusted at the meeting; all of them if the minutes were. */
    static String adjustedAtOnce(Draft draft) {
        boolean all = Boolean.TRUE.equals(draft.immediateAdjustment());
        return of(draft.items().stream().filter(item -> all || Boolean.TRUE.equals(item.immediateAdjustment())));
    }

    private static String of(Stream<Draft.Item> items) {
        List<Integer> numbers = items.map(Draft.Item::number)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (numbers.isEmpty()) {
            return "";
        }
        return (numbers.size() == 1 ? "§ " : "§§ ") + String.join(", ", ranges(numbers));
    }

    private static List<String> ranges(List<Integer> numbers) {
        var ranges = new ArrayList<String>();
        int from = numbers.get(0);
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            if (i + 1 == numbers.size() || numbers.get(i + 1) != number + 1) {
                ranges.add(from == number ? "" + from : from + "–" + number);
                from = i + 1 == numbers.size() ? from : numbers.get(i + 1);
            }
        }
        return ranges;
    }

    static String text(@Nullable Object fact) {
        return fact == null || fact.toString().isBlank() ? "–" : fact.toString().strip();
    }
}
