package se.justera.desk.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of a draft as it was typed: nothing is understood yet, so nothing can be lost.
 *
 * @param original the draft the form was made of, as JSON: it holds what the form does not show
 * @param version of the minutes when the form was made; null for new ones
 * @param facts single fields by name, e.g. {@code meeting.date}
 * @param rows the rows of each {@link Section}; a row that shows part of the original says which in {@code was}
 */
record DraftForm(
        String original,
        @Nullable Long version,
        Map<String, String> facts,
        Map<Section, List<Map<String, String>>> rows) {

    private static final Pattern IN_A_ROW = Pattern.compile("(\\w+)\\[(\\d{1,5})]\\.(\\w+)");

    DraftForm {
        facts = Map.copyOf(facts);
        var copies = new HashMap<Section, List<Map<String, String>>>();
        for (Section section : Section.values()) {
            copies.put(section, List.copyOf(rows.getOrDefault(section, List.of())));
        }
        rows = Collections.unmodifiableMap(copies);
    }

    /** The form as a browser sends it; rows may have any numbers, their order counts. */
    static DraftForm sent(MultiValueMap<String, String> fields) {
        var facts = new LinkedHashMap<String, String>();
        var rows = new HashMap<Section, TreeMap<Integer, Map<String, String>>>();
        fields.toSingleValueMap().forEach((name, value) -> {
            Matcher inRow = IN_A_ROW.matcher(name);
            if (!inRow.matches()) {
                facts.put(name, value);
                return;
            }
            Section.named(inRow.group(1))
                    .ifPresent(section -> rows.computeIfAbsent(section, s -> new TreeMap<>())
                            .computeIfAbsent(Integer.valueOf(inRow.group(2)), n -> new HashMap<>())
                            .put(inRow.group(3), value));
        });
        var lists = new HashMap<Section, List<Map<String, String>>>();
        rows.forEach((section, byNumber) -> lists.put(section, List.copyOf(byNumber.values())));
        return new DraftForm(facts.getOrDefault("original", ""), number(facts.get("version")), facts, lists);
    }

    List<Map<String, String>> rowsOf(Section section) {
        return rows.getOrDefault(section, List.of());
    }

    /** The rows of the draft's property of this name, for the page. */
    public List<Map<String, String>> shown(String property) {
        return Section.named(property).map(this::rowsOf).orElse(List.of());
    }

    /** A single field, empty if it is unknown. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The same form with an empty row after this one, or last if there is none. */
    DraftForm withRowAfter(Section section, int index, Map<String, String> row) {
        var changed = new ArrayList<>(rowsOf(section));
        changed.add(index < 0 || index >= changed.size() ? changed.size() : index + 1, row);
        return with(section, changed);
    }

    /** The same form without this row, and without those that hang under it. */
    DraftForm withoutRow(Section section, int index) {
        var changed = new ArrayList<>(rowsOf(section));
        if (index < 0 || index >= changed.size()) {
            return this;
        }
        int depth = depth(changed.remove(index));
        while (index < changed.size() && depth(changed.get(index)) > depth) {
            changed.remove(index);
        }
        return with(section, changed);
    }

    /** How deep below the top level a row of a matter stands. */
    static int depth(Map<String, String> row) {
        Long depth = number(row.get("depth"));
        return depth == null ? 0 : (int) Math.min(depth, 9);
    }

    private DraftForm with(Section section, List<Map<String, String>> changed) {
        var others = new HashMap<>(rows);
        others.put(section, changed);
        return new DraftForm(original, version, facts, others);
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
