package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The number of a page, alone in a line or beside other things: "Sida 2 (5)", "2 (5)", "- 2 -". */
final class PageNumber {

    private static final Pattern NUMBER =
            Pattern.compile("(?iu)\\b(?:sidan?|sid\\.?) ?\\d{1,4}(?: ?\\(\\d{1,4}\\)| av \\d{1,4}| ?/ ?\\d{1,4})?"
                    + "|(?<![\\d-])\\d{1,4} ?\\(\\d{1,4}\\)");
    private static final Pattern OF_ALL = Pattern.compile("\\d{1,4} av \\d{1,4}");
    private static final Pattern AT_EDGE =
            Pattern.compile("^\\s*(?:" + NUMBER.pattern() + ")|(?:" + NUMBER.pattern() + ")\\s*$");
    private static final Pattern ALONE = Pattern.compile("(?:[-–] ?)?\\d{1,4}(?: ?[-–])?");
    private static final Pattern WORD = Pattern.compile("(?iu)sidan?|sidnr|sid\\.?");
    private static final int LONGEST = 200;

    private PageNumber() {}

    /** The text with its page number replaced by a sign, so that the same line on two pages is the same text. */
    static String masked(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String even = text.replaceAll("\\s+", " ");
        return ALONE.matcher(even).matches() ? "# alone" : NUMBER.matcher(even).replaceAll("#");
    }

    /** The text without the page number at its beginning or end. */
    static String without(String text) {
        return text.length() > LONGEST
                ? text
                : AT_EDGE.matcher(text).replaceAll("").strip();
    }

    /** "Sida" over "2(4)" as one line. */
    static List<Line> joined(List<Line> lines) {
        var joined = new ArrayList<Line>();
        for (Line line : lines) {
            Line last = joined.isEmpty() ? Line.BLANK : joined.get(joined.size() - 1);
            if (WORD.matcher(last.text()).matches() && is("Sida " + line.text())) {
                joined.set(joined.size() - 1, line.withText("Sida " + line.text()));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    /** Numbers between blank lines as the edges of pages that they are. */
    static List<Line> edged(List<Line> lines) {
        var edged = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            boolean alone = (i == 0 || !lines.get(i - 1).hasText())
                    && (i + 1 == lines.size() || !lines.get(i + 1).hasText());
            edged.add(alone && is(lines.get(i).text()) ? Line.PAGE_EDGE : lines.get(i));
        }
        return edged;
    }

    /** True for a line that can be nothing but a page's number. */
    static boolean is(String text) {
        return text.length() < 20
                && (NUMBER.matcher(text).matches()
                        || OF_ALL.matcher(text).matches()
                        || text.matches("[-–] ?\\d{1,4} ?[-–]"));
    }
}
