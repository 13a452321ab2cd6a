package se.justera.document;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** The notes of one draft by their mark, and which of them the text has called so far. */
final class Footnotes {

    /** One paragraph with more calls keeps the layout busy for minutes, with as many pages to set their notes at the foot of. */
    private static final int MOST_IN_A_TEXT = 60;

    private final boolean crowded;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> called = new LinkedHashSet<>();

    Footnotes(Draft draft) {
        for (Draft.Footnote note : draft.footnotes()) {
            String mark = note.mark() == null ? "" : note.mark().strip();
            String text = note.text() == null ? "" : note.text();
            texts.merge(mark, text, (first, second) -> first + "\n" + second);
        }
        texts.values().removeIf(String::isBlank);
        crowded = texts.size() > MOST_IN_A_TEXT
                && DraftJson.texts(draft).values().stream()
                        .anyMatch(t -> t.split("\\[\\^", -1).length > MOST_IN_A_TEXT);
    }

    /** True where notes have no room at the foot of the page that calls them. */
    boolean areCrowded() {
        return crowded;
    }

    /** The marks that the text can call. */
    Set<String> marks() {
        return texts.keySet().stream().filter(mark -> !mark.isEmpty()).collect(Collectors.toSet());
    }

    String text(String mark) {
        return texts.getOrDefault(mark, "");
    }

    /** True the first time. */
    boolean call(String mark) {
        return called.add(mark);
    }

    /** What the text has called so far, in that order. */
    List<String> called() {
        return List.copyOf(called);
    }

    Map<String, String> all() {
        return texts;
    }

    /** Notes that nothing in the text has called. */
    Map<String, String> uncalled() {
        var left = new LinkedHashMap<>(texts);
        left.keySet().removeAll(called);
        return left;
    }
}
