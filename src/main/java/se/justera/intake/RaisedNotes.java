package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts the number of a note and its text into one line again, and its call right after the word that calls it. A number
 * that is raised comes out of a page in a line of its own: "1" over "Bidraget för 2025"; its call may stand apart.
 */
final class RaisedNotes {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final String NOT_INSIDE = "(?![\\d\\p{L}])";
    /** A number with a blank before it, after a word that does not count anything. */
    private static final String APART =
            "(?iu)(?<=\\p{L}{2})(?<!\\b(?:bilaga|punkt|punkten|sida|sidan|kvartal|etapp|fas|steg|den|till|del|år|nr|kl"
                    + "|klockan|mål|version|och|grupp|tertial|på|om|av|i)) ";

    private static final Pattern CALL_AT_END = Pattern.compile("[\\p{L}\\d]\\d{1,2}$");

    private static final int LONGEST = 2000;
    private static final int MOST_LINES_BEFORE = 80;

    private final List<Line> lines;
    private final List<Line> joined;

    private RaisedNotes(List<Line> lines) {
        this.lines = lines;
        this.joined = new ArrayList<>(lines);
    }

    static List<Line> joined(List<Line> lines) {
        var notes = new RaisedNotes(lines);
        int last = -1;
        for (int i = 0; i + 1 < lines.size(); i++) {
            last = notes.join(i, last) ? Integer.parseInt(lines.get(i).text()) : last;
        }
        return notes.joined;
    }

    /** Lines of our own pages that end with the call of a note, with the rest of their sentence, which some tools set below. */
    static List<Line> withCallsInLine(List<Line> lines) {
        Wrapping wrapping = Wrapping.ofOwn(lines);
        var whole = new ArrayList<Line>();
        for (Line line : lines) {
            int last = whole.size() - 1;
            boolean goesOn = last >= 0
                    && line.hasText()
                    && Character.isLowerCase(line.text().codePointAt(0))
                    && !wrapping.isLong(whole.get(last).text())
                    && CALL_AT_END.matcher(whole.get(last).text()).find();
            if (goesOn) {
                whole.set(last, Line.of(whole.get(last).text() + " " + line.text()));
            } else {
                whole.add(line);
            }
        }
        return whole;
    }

    /** @param last the number of the note before, whose text this one may stand right under */
    private boolean join(int i, int last) {
        String number = lines.get(i).text();
        String next = lines.get(i + 1).text();
        boolean form = NUMBER.matcher(number).matches()
                && !next.isEmpty()
                && next.length() <= LONGEST
                && Character.isLetter(next.codePointAt(0));
        boolean alone = form && (i == 0 || !lines.get(i - 1).hasText() || Integer.parseInt(number) == last + 1);
        if (!alone
                || !(isCalledBefore(i, Pattern.compile("(?<=\\p{L}{2}[.,;:]?)" + number + NOT_INSIDE)) || closeUp(i))) {
            return false;
        }
        joined.set(i, Line.BLANK);
        joined.set(i + 1, Line.of(number + " " + next));
        return true;
    }

    private boolean isCalledBefore(int note, Pattern call) {
        return lines.subList(Math.max(0, note - MOST_LINES_BEFORE), note).stream()
                .anyMatch(line -> line.text().length() <= LONGEST
                        && call.matcher(line.text()).find());
    }

    /** Sets the one call that stands apart from its word right after it; false where there is none or more than one. */
    private boolean closeUp(int note) {
        Pattern call = Pattern.compile(APART + lines.get(note).text() + "(?=[.,;:)]|$| \\p{Ll})");
        int[] calls = IntStream.range(Math.max(0, note - MOST_LINES_BEFORE), note)
                .filter(i -> lines.get(i).text().length() <= LONGEST
                        && call.matcher(lines.get(i).text()).find())
                .toArray();
        if (calls.length != 1) {
            return false;
        }
        Line line = joined.get(calls[0]);
        joined.set(
                calls[0],
                line.withText(
                        call.matcher(line.text()).replaceFirst(lines.get(note).text())));
        return true;
    }
}
