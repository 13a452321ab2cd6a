package se.justera.desk.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of the form that has rows, and the fields in which somebody types. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Map.of are
enum Section {
    ADJOURNMENTS("adjournments", List.of("start", "end", "afterItem", "beforeItem"), Map.of()),
    ATTENDANCE("attendance", List.of("name", "represents"), Map.of("status", "PRESENT")),
    ITEMS("items", List.of("number", "heading", "text", "decisions"), Map.of("depth", "0")),
    SIGNATORIES("signatories", List.of("name", "title", "email"), Map.of("role", "ADJUSTER")),
    NEXT_MEETINGS("nextMeetings", List.of("text", "date"), Map.of());

    private final String property;
    private final List<String> typed;
    private final Map<String, String> fresh;

    Section(String property, List<String> typed, Map<String, String> fresh) {
        this.property = property;
        this.typed = typed;
        this.fresh = fresh;
    }

    static Optional<Section> named(String property) {
        return Arrays.stream(values())
                .filter(section -> section.property.equals(property))
                .findFirst();
    }

    /** The draft's name of it. */
    String property() {
        return property;
    }

    /** An empty row. */
    Map<String, String> fresh() {
        return fresh;
    }

    /** True if nobody has typed anything here. */
    boolean isEmpty(Map<String, String> row) {
        return typed.stream().allMatch(field -> row.getOrDefault(field, "").isBlank());
    }
}
