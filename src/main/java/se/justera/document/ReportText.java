package se.justera.document;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, in plain words; everything in it is printed as text.
 *
 * @param locale the language it is written in
 * @param about one line: what it is a report of
 * @param title the finding itself
 */
public record ReportText(Locale locale, String about, String title, List<Section> sections) {

    public ReportText {
        sections = List.copyOf(sections);
    }

    /** A heading, the facts under it, and a table if there is one. */
    public record Section(
            String heading, List<Fact> facts, @Nullable Table table) {

        public Section {
            facts = List.copyOf(facts);
        }

        public Section(String heading, List<Fact> facts) {
            this(heading, facts, null);
        }

        public Section(String heading, Table table) {
            this(heading, List.of(), table);
        }
    }

    /** Rows under a head; the first cell of each row names it. */
    public record Table(List<String> head, List<List<String>> rows) {

        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            int columns = head.size();
            if (rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("every row has as many cells as the head");
            }
        }
    }

    /** A word and what is said of it; without a word, a sentence. */
    public record Fact(String word, String text) {}
}
