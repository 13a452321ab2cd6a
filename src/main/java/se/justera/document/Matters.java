package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Item;

/** Writes the matters (§§) of the minutes: heading, text, decisions and how they came about, sub-items. */
final class Matters {

    private static final int DEEPEST = 4;

    private static final Pattern WITHDRAWN_AT_ONCE = Pattern.compile("(?ius)(?:utgår|utgick).*");
    private static final Pattern WITHDRAWN =
            Pattern.compile("(?ius)(?:(?:ärendet|punkten|paragrafen|frågan) )?(?:utgår|utgick).*");

    private final Markup out;
    private final Dress dress;
    private final Labels labels;
    private final Prose prose;
    private final Decisions decisions;
    private final Proceedings proceedings;
    private final Draft draft;
    private final Wording wording;
    private final boolean withIds;

    /** @param withIds gives each matter an id that bookmarks lead to */
    Matters(Markup out, Dress dress, Labels labels, Prose prose, Draft draft, Wording wording, boolean withIds) {
        this.out = out;
        this.dress = dress;
        this.labels = labels;
        this.prose = prose;
        this.decisions = new Decisions(out, dress, labels, prose, wording);
        this.proceedings = new Proceedings(out, dress, labels, prose, wording, draft.attendance());
        this.draft = draft;
        this.wording = wording;
        this.withIds = withIds;
    }

    /** @param afterEach what follows each matter, e.g. its footnotes */
    void write(Runnable afterEach) {
        write(afterEach, false);
    }

    /** @param openEnded whether the parts of the last matter stand beside what follows, so that pages can keep those together */
    void write(Runnable afterEach, boolean openEnded) {
        boolean spaced = spaced(draft);
        int last = draft.items().size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean open = openEnded && i == last;
            if (!open) {
                out.open("section", "class", dress.classOf(Part.ITEM));
            }
            write(draft.items().get(i), 1, withIds ? idOf(i) : "", spaced);
            afterEach.run();
            if (!open) {
                out.close();
            }
        }
    }

    /** The id of the heading of the n-th matter, counted from 0. */
    static String idOf(int n) {
        return "item-" + n;
    }

    /** Whether the draft writes "§ 1" rather than "§1". */
    static boolean spaced(Draft draft) {
        return draft.numbering() == null
                || !Boolean.FALSE.equals(draft.numbering().spaced());
    }

    /** A matter in one line, for a list of contents; empty if it has neither number nor heading. */
    static String headline(Item item, Labels labels, boolean spaced, Wording wording) {
        String heading = orEmpty(wording == Wording.FIRST ? item.heading() : item.headingWithoutMarks());
        return Stream.of(number(item, labels, spaced), heading)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String number(Item item, Labels labels, boolean spaced) {
        return item.number() == null ? "" : labels.of(spaced ? "item.number" : "item.number.tight", item.number());
    }

    private void write(Item item, int level, String id, boolean spaced) {
        heading(item, level, id, spaced);
        about(item, caseNumber(item) ? Part.UNDER_HEADING : Part.ABOUT);
        if (Boolean.TRUE.equals(item.withdrawn()) && !saysWithdrawn(item)) {
            prose.paragraph(labels.of("item.withdrawn"), Part.WITHDRAWN);
        }
        text(item, level + 1);
        if (!comesAboutWithinText(item)) {
            proceedings.before(item, level + 1);
        }
        decisions.write(decisions.afterAll(item), level + 1);
        proceedings.after(item, level + 1);
        if (Adjustment.isToBeSaid(item)) {
            line(labels.of("item.immediateAdjustment"), Part.ABOUT, labels.foreign());
        }
        item.subItems().forEach(sub -> write(sub, Math.min(DEEPEST, level + 1), "", spaced));
    }

    /** True where text goes on after the last decision: what led to the decision is told before it. */
    private boolean comesAboutWithinText(Item item) {
        SortedSet<Integer> places = decisions.places(item);
        return wording == Wording.THIRD && decisions.afterAll(item).isEmpty() && !places.isEmpty() && places.last() > 0;
    }

    /** The blocks, with the decisions that stand between them. */
    private void text(Item item, int level) {
        List<Block> blocks = item.blocks();
        SortedSet<Integer> places = decisions.places(item);
        int written = 0;
        for (int place : places) {
            prose.write(blocks.subList(written, place), level);
            if (comesAboutWithinText(item) && place == places.last()) {
                proceedings.before(item, level);
            }
            decisions.write(decisions.at(item, place), level);
            written = place;
        }
        prose.write(blocks.subList(written, blocks.size()), level);
    }

    private void heading(Item item, int level, String id, boolean spaced) {
        String number = number(item, labels, spaced);
        String heading = orEmpty(item.heading());
        if (number.isEmpty() && heading.isEmpty()) {
            return;
        }
        out.open(dress.heading(level), "class", dress.classOf(level == 1 ? Part.HEADING : Part.SUBHEADING), "id", id);
        if (!number.isEmpty()) {
            out.element("span", number, "class", withIds ? "number" : "");
        }
        if (wording == Wording.FIRST) {
            firstWording(number, heading);
        } else {
            out.text(number.isEmpty() || heading.isEmpty() ? "" : " ");
            prose.heading(heading);
        }
        out.close();
    }

    private void firstWording(String number, String heading) {
        if (number.isEmpty()) {
            out.text(heading);
        } else {
            out.element("span", heading.isEmpty() ? "" : " " + heading);
        }
    }

    /** What kind of matter it is and who presented it, unless the heading says so. */
    private void about(Item item, Part part) {
        String heading = orEmpty(item.heading()).toLowerCase(Locale.ROOT);
        var parts = new ArrayList<String>();
        if (item.kind() != null && !heading.contains(labels.of(item.kind()).toLowerCase(Locale.ROOT))) {
            parts.add(labels.of(item.kind()));
        }
        String presenter = orEmpty(item.presenter());
        if (!presenter.isEmpty() && !heading.contains(presenter.toLowerCase(Locale.ROOT))) {
            parts.add(labels.of("item.presenter", presenter));
        }
        if (!parts.isEmpty()) {
            line(String.join(". ", parts), part, "");
        }
    }

    /** Its registration number, unless the heading says it; true if it was written. */
    private boolean caseNumber(Item item) {
        String number = orEmpty(item.caseNumber());
        if (number.isEmpty() || orEmpty(item.heading()).contains(number)) {
            return false;
        }
        boolean named = number.toLowerCase(Locale.ROOT).matches("(?s)(?:dnr|diarie).*");
        line(named ? number : labels.of("item.case", number), Part.UNDER_HEADING, "");
        return true;
    }

    private void line(String text, Part part, String language) {
        out.element("p", text, "class", dress.classOf(part), "lang", language);
    }

    private boolean saysWithdrawn(Item item) {
        Pattern said = wording == Wording.THIRD ? WITHDRAWN : WITHDRAWN_AT_ONCE;
        return item.blocks().stream()
                .map(Block::text)
                .filter(Objects::nonNull)
                .anyMatch(text -> said.matcher(text.strip()).matches());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
