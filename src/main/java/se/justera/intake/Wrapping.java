package se.justera.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells a line end that only the page's width made from one that was meant, and joins lines over the former. A text
 * with many very long lines was not broken by width at all.
 */
final class Wrapping {

    private static final int UNBROKEN = 160;
    /** More than a line of a page holds. */
    private static final int WIDEST = 120;
    /** Less than a line of a page holds. */
    private static final int NARROWEST = 60;

    /** What our own pages hold at least. */
    private static final int OWN = 88;

    private static final int SHORTEST_BROKEN = 40;
    private static final int FEWEST_BROKEN = 4;
    private static final int LONGEST_PARAGRAPH = 20_000;
    private static final Pattern TERMINATED = Pattern.compile("[.!?:;”\"»)\\]]$");
    /** Ends of brackets and quotations, which a sentence goes on after. */
    private static final Pattern CLOSED = Pattern.compile("[^.!?:;][”\"»)\\]]$");

    /** A day or an amount, which goes on with the sentence before. */
    private static final Pattern AMOUNT = Pattern.compile(
            "(?iu)\\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\\b"
                    + "|\\d[\\d ,]{0,12} (?:kronor|kr|tkr|mkr|tusen|miljoner|miljarder|procent|%)(?![\\p{L}])");

    /** The end of a sentence, which the call of a note parted from it. */
    private static final Pattern PARTED_SIGN = Pattern.compile("[.,;:!?](?=\\s|$)");

    private static final Pattern HANGING = Pattern.compile("(?:och|eller|samt|respektive|till|resp\\.)(?:[ ,].*)?");

    private final int width;

    private Wrapping(int width) {
        this.width = width;
    }

    static Wrapping of(List<Line> lines) {
        long unbroken = lines.stream().filter(l -> l.text().length() > UNBROKEN).count();
        if (unbroken * FEWEST_BROKEN > broken(lines).length) {
            return new Wrapping(Integer.MAX_VALUE);
        }
        int longest = lines.stream()
                .mapToInt(l -> l.text().length())
                .filter(length -> length <= UNBROKEN)
                .max()
                .orElse(0);
        boolean noPage = longest > WIDEST || longest < NARROWEST;
        boolean typed = noPage && broken(lines).length < FEWEST_BROKEN;
        return new Wrapping(typed ? Integer.MAX_VALUE : width(lines, longest));
    }

    /** Of text of our own pages, whose lines have at least so much room however few there are to tell. */
    static Wrapping ofOwn(List<Line> lines) {
        return new Wrapping(Math.max(OWN, of(lines).width));
    }

    /** The length of lines that the width broke for certain; a few lines in a smaller font are longer. */
    private static int width(List<Line> lines, int longest) {
        int[] broken = broken(lines);
        return broken.length < FEWEST_BROKEN ? longest : Math.min(longest, broken[(broken.length - 1) * 19 / 20]);
    }

    /** The lengths of lines whose sentence goes on in the next line; att-clauses begin lines of their own. */
    private static int[] broken(List<Line> lines) {
        return IntStream.range(0, lines.size() - 1)
                .filter(i -> lines.get(i).text().length() >= SHORTEST_BROKEN)
                .filter(i -> lines.get(i + 1).hasText()
                        && !DecisionForm.isClause(lines.get(i + 1).text())
                        && runsOn(lines.get(i).text(), lines.get(i + 1).text()))
                .map(i -> lines.get(i).text().length())
                .sorted()
                .toArray();
    }

    /** True where the sentence goes on whatever the width: in lower case, after a comma or after a hyphen. */
    static boolean runsOn(String previous, String next) {
        if (next.isEmpty()) {
            return false;
        }
        boolean lower = Character.isLowerCase(next.codePointAt(0));
        if (previous.length() > SHORTEST_BROKEN
                && !isTerminated(previous)
                && AMOUNT.matcher(next).lookingAt()) {
            return true;
        }
        return isTerminated(previous)
                ? lower && CLOSED.matcher(previous).find()
                : lower || previous.endsWith(",") || hyphenated(previous) || opensBracket(previous, next);
    }

    /** "… i februari" over "(mer finns på webbplatsen).", which belongs to the sentence. */
    private static boolean opensBracket(String previous, String next) {
        return previous.length() > SHORTEST_BROKEN
                && next.length() > 1
                && next.charAt(0) == '('
                && Character.isLowerCase(next.codePointAt(1));
    }

    static boolean isTerminated(String text) {
        return TERMINATED.matcher(text).find();
    }

    boolean continues(String previous, String next) {
        return runsOn(previous, next) || isForced(previous, next) || (!isTerminated(previous) && isLong(previous));
    }

    /** True where the next line's first word had no room on the line before. */
    boolean isForced(String previous, String next) {
        int space = next.indexOf(' ');
        int firstWord = space < 0 ? next.length() : space;
        return width != Integer.MAX_VALUE && previous.length() + 1 + firstWord > width * 0.92;
    }

    /** True for a line that fills most of the page's width. */
    boolean isLong(String previous) {
        return width != Integer.MAX_VALUE && previous.length() > width * 0.8;
    }

    private static boolean hyphenated(String text) {
        return text.length() > 1 && text.endsWith("-") && Character.isLetter(text.charAt(text.length() - 2));
    }

    /** True for "2025–", which the width parted from "2026". */
    private static boolean isRange(String previous, String next) {
        int end = previous.length();
        return end > 1
                && previous.charAt(end - 1) == '–'
                && Character.isDigit(previous.charAt(end - 2))
                && !next.isEmpty()
                && Character.isDigit(next.codePointAt(0));
    }

    /** The beginning of a quotation, which the width parted from its first word. */
    private static boolean opensQuotation(String text) {
        int end = text.length() - 1;
        return end >= 0 && "”\"»([".indexOf(text.charAt(end)) >= 0 && (end == 0 || text.charAt(end - 1) == ' ');
    }

    /** Two lines as one: a hyphen that only broke a word goes, one that belongs to it stays. */
    static String join(String previous, String next) {
        if (isRange(previous, next)
                || opensQuotation(previous)
                || PARTED_SIGN.matcher(next).lookingAt()) {
            return previous + next;
        }
        if (!hyphenated(previous) || next.isEmpty()) {
            return previous + " " + next;
        }
        if (HANGING.matcher(next.toLowerCase(Locale.ROOT)).matches()) {
            return previous + " " + next;
        }
        boolean belongs = !Character.isLowerCase(next.codePointAt(0))
                || Character.isUpperCase(previous.charAt(previous.length() - 2));
        return belongs ? previous + next : previous.substring(0, previous.length() - 1) + next;
    }

    /** True for a paragraph that more may be joined to; one that grows on is cut, so that no text takes for ever. */
    static boolean hasRoom(String paragraph) {
        return paragraph.length() < LONGEST_PARAGRAPH;
    }

    /** Lines that belong together as one. */
    static String joined(List<String> lines) {
        return lines.stream().reduce(Wrapping::join).orElse("");
    }
}
