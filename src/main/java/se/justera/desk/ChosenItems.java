package se.justera.desk;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;

/**
 * Matters that somebody wants in an extract.
 *
 * @param items by their number, as the minutes have it
 * @param positions by their place in the minutes, from 0: also those without a number
 */
public record ChosenItems(
        @Nullable List<@Nullable Integer> items, @Nullable List<@Nullable Integer> positions) {

    /** Where they stand in the minutes, in that order. */
    List<Integer> in(Draft draft) {
        var found = new TreeSet<Integer>();
        for (int i = 0; items != null && i < items.size(); i++) {
            found.addAll(numbered(items.get(i), draft, "/items/" + i));
        }
        for (int i = 0; positions != null && i < positions.size(); i++) {
            found.add(placed(positions.get(i), draft, "/positions/" + i));
        }
        if (found.isEmpty()) {
            throw new NotExtractable.Nothing();
        }
        return List.copyOf(found);
    }

    private static List<Integer> numbered(@Nullable Integer number, Draft draft, String at) {
        List<Integer> found = IntStream.range(0, draft.items().size())
                .filter(i ->
                        number != null && number.equals(draft.items().get(i).number()))
                .boxed()
                .toList();
        if (found.isEmpty()) {
            throw new NotExtractable.NoSuchNumber(at, number);
        }
        return found;
    }

    private static int placed(@Nullable Integer position, Draft draft, String at) {
        if (position == null || position < 0 || position >= draft.items().size()) {
            throw new NotExtractable.NoSuchPlace(at, position);
        }
        return position;
    }
}
