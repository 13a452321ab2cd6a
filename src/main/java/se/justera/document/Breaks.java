package se.justera.document;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Adjournment;

/** The adjournments of a meeting in one line: "10.15–10.30 mellan § 4 och § 5; 12.00–13.00". */
final class Breaks {

    private final Labels labels;
    private final boolean spaced;

    private Breaks(Labels labels, boolean spaced) {
        this.labels = labels;
        this.spaced = spaced;
    }

    /** Empty if there were none. */
    static String of(Draft draft, Labels labels) {
        List<Adjournment> adjournments =
                draft.meeting() == null ? List.of() : draft.meeting().adjournments();
        var breaks = new Breaks(labels, Matters.spaced(draft));
        return adjournments.stream()
                .map(breaks::written)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String written(Adjournment adjournment) {
        return Stream.of(time(adjournment.start(), adjournment.end()), place(adjournment))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String time(@Nullable LocalTime start, @Nullable LocalTime end) {
        if (start == null) {
            return end == null ? "" : labels.of("adjournment.to", labels.time(end));
        }
        String from = labels.time(start);
        return end == null ? labels.of("adjournment.from", from) : from + "–" + labels.time(end);
    }

    private String place(Adjournment adjournment) {
        Integer after = adjournment.afterItem();
        Integer before = adjournment.beforeItem();
        if (after != null && before != null) {
            return Objects.equals(after, before)
                    ? labels.of("adjournment.during", item(after))
                    : labels.of("adjournment.between", item(after), item(before));
        }
        if (after != null) {
            return labels.of("adjournment.after", item(after));
        }
        return before == null ? "" : labels.of("adjournment.before", item(before));
    }

    private String item(int number) {
        return labels.of(spaced ? "item.number" : "item.number.tight", number);
    }
}
