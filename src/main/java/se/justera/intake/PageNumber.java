package se.justera.intake;

import java.util.regex.Pattern;

/** The number of a page, alone in a line or beside other things: "Sida 2 (5)", "2 (5)", "- 2 -". */
final class PageNumber {

    private static final Pattern NUMBER =
            Pattern.compile("(?iu)\\b(?:sidan?|sid\\.?) ?\\d{1,4}(?: ?\\(\\d{1,4}\\)| av \\d{1,4}| ?/ ?\\d{1,4})?"
                    + "|(?<![\\d-])\\d{1,4} ?\\(\\d{1,4}\\)");
    private static final Pattern AT_EDGE =
            Pattern.compile("^\\s*(?:" + NUMBER.pattern() + ")|(?:" + NUMBER.pattern() + ")\\s*$");
    private static final Pattern ALONE = Pattern.compile("(?:[-–] ?)?\\d{1,4}(?: ?[-–])?");
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

    /** True for a line that can be nothing but a page's number. */
    static boolean is(String text) {
        return text.length() < 20 && (NUMBER.matcher(text).matches() || text.matches("[-–] ?\\d{1,4} ?[-–]"));
    }
}
