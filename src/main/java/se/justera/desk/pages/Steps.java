package se.justera.desk.pages;

import java.util.List;
import java.util.stream.IntStream;
import se.justera.minutes.MinutesState;

/** The line of steps at the top of the page. */
final class Steps {

    private static final List<String> NAMES = List.of("draft", "review", "adjustment", "adjusted");

    private Steps() {}

    /** Nothing for cancelled minutes: they go nowhere. */
    static List<Step> of(MinutesState state) {
        int now = switch (state) {
            case DRAFT -> 0;
            case REVIEW -> 1;
            case ADJUSTMENT -> 2;
            case ADJUSTED, ANNOUNCED, FINAL -> NAMES.size();
            case CANCELLED -> -1;
        };
        return now < 0
                ? List.of()
                : IntStream.range(0, NAMES.size())
                        .mapToObj(i -> new Step(NAMES.get(i), i < now, i == now))
                        .toList();
    }

    /** One of them. */
    record Step(String name, boolean done, boolean now) {}
}
