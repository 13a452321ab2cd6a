package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;

/** Writes the matters (§§) of the minutes: heading, text, decisions, sub-items. */
final class Matters {

    private static final int DEEPEST = 4;

    private final Markup out;
    private final Dress dress;
    private final Labels labels;
    private final Prose prose;
    private final boolean withIds;

    /** @param withIds gives each matter an id that bookmarks lead to */
    Matters(Markup out, Dress dress, Labels labels, Prose prose, boolean withIds) {
        this.out = out;
        this.dress = dress;
        this.labels = labels;
        this.prose = prose;
        this.withIds = withIds;
    }

    void write(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            out.open("section", "class", dress.classOf(Part.ITEM));
            write(items.get(i), 1, withIds ? idOf(i) : "");
            out.close();
        }
    }

    /** The id of the heading of the n-th matter, counted from 0. */
    static String idOf(int n) {
        return "item-" + n;
    }

    /** A matter in one line, for a list of contents; empty if it has neither number nor heading. */
    static String headline(Item item, Labels labels) {
        var parts = new ArrayList<String>();
        if (item.number() != null) {
            parts.add(labels.of("item.number", item.number()));
        }
        if (item.heading() != null && !item.heading().isBlank()) {
            parts.add(item.heading().strip());
        }
        return String.join(" ", parts);
    }

    private void write(Item item, int level, String id) {
        heading(item, level, id);
        if (Boolean.TRUE.equals(item.withdrawn()) && !saysWithdrawn(item)) {
            prose.paragraph(labels.of("item.withdrawn"), Part.WITHDRAWN);
        }
        prose.write(item.blocks(), level + 1);
        decisions(item.decisions(), level + 1);
        item.subItems().forEach(sub -> write(sub, Math.min(DEEPEST, level + 1), ""));
    }

    private void heading(Item item, int level, String id) {
        String headline = headline(item, labels);
        if (!headline.isEmpty()) {
            out.open(
                    dress.heading(level),
                    "class",
                    dress.classOf(level == 1 ? Part.HEADING : Part.SUBHEADING),
                    "id",
                    id);
            if (item.number() != null) {
                String number = labels.of("item.number", item.number());
                out.element("span", number, "class", withIds ? "number" : "");
                out.element("span", headline.substring(number.length()));
            } else {
                out.text(headline);
            }
            out.close();
        }
    }

    private boolean saysWithdrawn(Item item) {
        return item.blocks().stream()
                .map(block -> block.text())
                .filter(Objects::nonNull)
                .anyMatch(text -> text.strip().toLowerCase(Locale.ROOT).startsWith("utgår"));
    }

    private void decisions(List<Decision> decisions, int level) {
        List<String> texts = decisions.stream()
                .map(Decision::text)
                .filter(text -> text != null && !text.isBlank())
                .map(text -> Objects.requireNonNull(text).strip())
                .toList();
        if (texts.isEmpty()) {
            return;
        }
        out.open("div", "class", dress.classOf(Part.DECISION));
        out.element(
                dress.heading(level),
                labels.of("decision"),
                "class",
                dress.classOf(Part.DECISION_LABEL),
                "lang",
                labels.foreign());
        if (texts.size() == 1) {
            prose.paragraph(texts.get(0), Part.TEXT);
        } else {
            prose.list(texts);
        }
        out.close();
    }
}
