package se.justera.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MinutesKind;

/** What was adjusted at the meeting is marked so, and what is marked so exists and was not adjusted on another day. */
final class ImmediateAdjustmentCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        AdjustedAtOnce said = AdjustedAtOnce.saidIn(draft.items());
        boolean all = Boolean.TRUE.equals(draft.immediateAdjustment());
        if (said.all() && !all) {
            findings.add(new Finding("/immediateAdjustment", "all-adjusted-unmarked"));
        }
        for (int i = 0; i < draft.items().size(); i++) {
            look(draft.items().get(i), i, said, all, findings);
        }
        for (AdjustedAtOnce.Named named : said.named()) {
            look(draft, named, all, findings);
        }
        findings.addAll(lookAtDays(draft));
        return findings;
    }

    private static void look(Item item, int at, AdjustedAtOnce said, boolean all, List<Finding> findings) {
        String place = "/items/" + at + "/immediateAdjustment";
        boolean marked = Boolean.TRUE.equals(item.immediateAdjustment());
        if (said.here().contains(at) && !marked && !all) {
            findings.add(new Finding(place, "adjusted-unmarked", name(item)));
        }
        if (marked && (item.number() == null || Boolean.TRUE.equals(item.withdrawn()))) {
            findings.add(new Finding(place, "adjusted-no-matter", name(item)));
        }
    }

    private static void look(Draft draft, AdjustedAtOnce.Named named, boolean all, List<Finding> findings) {
        List<Item> items = draft.items();
        int at = IntStream.range(0, items.size())
                .filter(i -> Integer.valueOf(named.number()).equals(items.get(i).number()))
                .findFirst()
                .orElse(-1);
        if (at < 0) {
            findings.add(new Finding("/items/" + named.at(), "adjusted-no-such", "§ " + named.number()));
        } else if (!all && !Boolean.TRUE.equals(items.get(at).immediateAdjustment())) {
            findings.add(
                    new Finding("/items/" + at + "/immediateAdjustment", "adjusted-unmarked", name(items.get(at))));
        }
    }

    /** Notes are adjusted by nobody's law, and what is adjusted at the meeting is so on its day. */
    private static List<Finding> lookAtDays(Draft draft) {
        boolean all = Boolean.TRUE.equals(draft.immediateAdjustment());
        boolean some = all || draft.items().stream().anyMatch(item -> Boolean.TRUE.equals(item.immediateAdjustment()));
        var findings = new ArrayList<Finding>();
        if (some && draft.kind() == MinutesKind.NOTES) {
            findings.add(new Finding("/immediateAdjustment", "adjusted-notes"));
        }
        LocalDate met = draft.meeting() == null ? null : draft.meeting().date();
        LocalDate adjusted = draft.adjustmentDay();
        if (all && met != null && adjusted != null && !met.equals(adjusted)) {
            findings.add(new Finding("/adjustmentDay", "adjusted-other-day", adjusted.toString(), met.toString()));
        }
        return findings;
    }

    private static String name(Item item) {
        return item.number() == null
                ? "”" + Objects.requireNonNullElse(item.heading(), "") + "”"
                : "§ " + item.number();
    }
}
