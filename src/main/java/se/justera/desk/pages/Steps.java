package se.justera.desk.pages;

import java.util.List;
import java.util.stream.IntStream;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;

/** The line of steps at the top of the page. */
final class Steps {

    private static final List<String> PROTOCOL =
            List.of("draft", "review", "adjustment", "adjusted", "announced", "final");

    /** Notes are not announced (KL 6:35). */
    private static final List<String> NOTES = PROTOCOL.subList(0, 4);

    private Steps() {}

    /** Nothing for cancelled minutes: they go nowhere. */
    static List<Step> of(MinutesView minutes) {
        if (minutes.state() == MinutesState.CANCELLED) {
            return List.of();
        }
        List<String> names = minutes.draft().kind() == MinutesKind.NOTES ? NOTES : PROTOCOL;
        int now = switch (minutes.state()) {
            case DRAFT -> 0;
            case REVIEW -> 1;
            case ADJUSTMENT -> 2;
            case ADJUSTED -> 4;
            case ANNOUNCED -> 5;
            case FINAL, CANCELLED -> names.size();
        };
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Step(names.get(i), i < now, i == now))
                .toList();
    }

    /** One of them. */
    record Step(String name, boolean done, boolean now) {}
}
