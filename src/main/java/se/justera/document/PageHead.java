package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The head of each page of minutes: lines to the left, a headline to the right. Each side has as much room as it needs,
 * so that neither a date nor a name wraps where the other side has room left.
 *
 * @param headline the pieces of each of its lines
 * @param room for it, in millimetres
 */
record PageHead(List<String> lines, List<List<String>> headline, int room) {

    private static final int MOST_LINES = 3;
    private static final int WIDTH = 156;
    private static final int NARROWEST = 40;
    private static final int GAP = 4;

    /** What the headline may have of a line that the left side fills. */
    private static final int WIDEST = 96;

    /** Lines end at words. */
    private static final double RAGGED = 1.1;

    private static final double LOW_LINE = 3.3;
    static final double LINE = 4.1;

    private static final double CAPITAL = 1.8;
    private static final double SPACE = 0.65;
    private static final double LETTER = 1.48;

    private static final String DOT = " · ";

    /** @param before what stands before the headline on its line */
    static PageHead of(List<String> lines, String headline, String before) {
        var pieces = new ArrayList<String>();
        for (String piece : headline.split(DOT, -1)) {
            if (pieces.stream().noneMatch(said -> says(said, piece))) {
                pieces.add(piece);
            }
        }
        double left = lines.stream().mapToDouble(PageHead::width).max().orElse(0) + GAP;
        double needed = width(before + String.join(DOT, pieces)) + 2;
        double room = Math.max(NARROWEST, Math.min(Math.max(WIDEST, WIDTH - left), needed));
        return new PageHead(lines, split(pieces, before, room), (int) Math.ceil(room));
    }

    /** Fills the last line first, so that a date does not stand alone where there is more to set beside it. */
    private static List<List<String>> split(List<String> pieces, String before, double room) {
        var split = new ArrayList<List<String>>();
        int end = pieces.size();
        while (end > 0) {
            int from = end - 1;
            while (from > 0 && fits(pieces.subList(from - 1, end), from == 1 ? before : "", room)) {
                from--;
            }
            split.add(0, List.copyOf(pieces.subList(from, end)));
            end = from;
        }
        return List.copyOf(split);
    }

    private static boolean fits(List<String> pieces, String before, double room) {
        return width(before + String.join(DOT, pieces)) <= room;
    }

    private static boolean says(String line, String piece) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
        return Pattern.compile("(?<!\\w)" + Pattern.quote(piece) + "(?!\\w)", flags)
                .matcher(line)
                .find();
    }

    private static double width(String text) {
        return text.codePoints()
                .mapToDouble(c -> Character.isUpperCase(c) ? CAPITAL : c == ' ' ? SPACE : LETTER)
                .sum();
    }

    /** About how high it becomes, in millimetres. */
    double height() {
        double ofLine = lines.size() > MOST_LINES ? LOW_LINE : LINE;
        double left =
                lines.stream().mapToDouble(line -> rows(line, WIDTH - room)).sum() * ofLine;
        double right = headline.stream()
                        .mapToDouble(pieces -> rows(String.join(DOT, pieces), room))
                        .sum()
                * LINE;
        return Math.max(left, right);
    }

    /** How many lines a text takes that has so many millimetres for each. */
    static double rows(String text, double room) {
        return Math.max(1, Math.ceil(width(text) * RAGGED / room));
    }

    String styleOfLines() {
        String width = "width: " + (WIDTH - room) + "mm";
        return lines.size() > MOST_LINES ? width + "; font-size: 7.5pt; line-height: 1.2" : width;
    }

    String styleOfHeadline() {
        return "width: " + room + "mm";
    }
}
