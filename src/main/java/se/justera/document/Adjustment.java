package se.justera.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;

/** When and where the minutes are adjusted, and what of them was adjusted at the meeting itself, in words. */
final class Adjustment {

    private final Draft draft;
    private final Labels labels;

    Adjustment(Draft draft, Labels labels) {
        this.draft = draft;
        this.labels = labels;
    }

    /** The day, with the time where that is known too. */
    String day() {
        LocalDate day = draft.adjustmentDay();
        if (day == null) {
            return "";
        }
        String written = Labels.capital(labels.date(day));
        return draft.adjustmentTime() == null
                ? written
                : labels.of("adjustment.time", written, labels.time(draft.adjustmentTime()));
    }

    /** The time where the day is not known. */
    String time() {
        return draft.adjustmentDay() != null || draft.adjustmentTime() == null
                ? ""
                : labels.time(draft.adjustmentTime());
    }

    String place() {
        return draft.adjustmentPlace() == null ? "" : draft.adjustmentPlace().strip();
    }

    /** All of the minutes, or the numbers of the matters that were adjusted at once. */
    String immediate() {
        if (Boolean.TRUE.equals(draft.immediateAdjustment())) {
            return labels.of("immediateAdjustment.all");
        }
        boolean spaced = Matters.spaced(draft);
        return draft.items().stream()
                .filter(item -> Boolean.TRUE.equals(item.immediateAdjustment()))
                .map(Item::number)
                .filter(Objects::nonNull)
                .map(number -> labels.of(spaced ? "item.number" : "item.number.tight", number))
                .collect(Collectors.joining(", "));
    }

    /** Whether the matter was adjusted at once and its own words do not say so. */
    static boolean isToBeSaid(Item item) {
        return Boolean.TRUE.equals(item.immediateAdjustment())
                && !says(item.heading())
                && item.decisions().stream().map(Decision::text).noneMatch(Adjustment::says)
                && item.blocks().stream().noneMatch(block -> says(block.text()));
    }

    private static boolean says(@Nullable String text) {
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return (lower.contains("justera") && lower.contains("omedelbart")) || lower.contains("omedelbar justering");
    }
}
