package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The head of each page of minutes: lines to the left, a headline to the right. Each side has as much room as it needs,
 * so that neither a date nor a name wraps where the other side has room left.
 *
 * @param pieces of the headline
 * @param room for it, in millimetres
 */
record PageHead(List<String> lines, List<String> pieces, int room) {

    private static final int MOST_LINES = 3;
    private static final int WIDTH = 156;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 96;

    private static final double CAPITAL = 1.8;
    private static final double SPACE = 0.65;
    private static final double LETTER = 1.48;

    private static final Pattern NUMBER = Pattern.compile("\\p{L}{1,4} [\\d/]+");

    /** @param before what stands before the headline on its line */
    static PageHead of(List<String> lines, String headline, String before) {
        var pieces = new ArrayList<String>();
        for (String piece : headline.split(" · ", -1)) {
            if (pieces.stream().noneMatch(said -> says(said, piece))) {
                pieces.add(piece);
            }
        }
        double needed = width(before + String.join(" · ", pieces)) + 2;
        int room = (int) Math.ceil(Math.max(NARROWEST, Math.min(WIDEST, needed)));
        return new PageHead(lines, List.copyOf(pieces), room);
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

    /** All, unless even the most room there is would not do. */
    int piecesOfTheFirstLine() {
        int last = pieces.size() - 1;
        if (room < WIDEST || last <= 0) {
            return pieces.size();
        }
        return last > 1 && NUMBER.matcher(pieces.get(last - 1)).matches() ? last - 1 : last;
    }

    String styleOfLines() {
        String width = "width: " + (WIDTH - room) + "mm";
        return lines.size() > MOST_LINES ? width + "; font-size: 7.5pt; line-height: 1.2" : width;
    }

    String styleOfPieces() {
        return "width: " + room + "mm";
    }
}
