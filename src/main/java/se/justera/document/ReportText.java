package se.justera.document;

import java.util.List;
import java.util.Locale;

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

    /** A heading and the facts under it. */
    public record Section(String heading, List<Fact> facts) {

        public Section {
            facts = List.copyOf(facts);
        }
    }

    /** A word and what is said of it; without a word, a sentence. */
    public record Fact(String word, String text) {}
}
