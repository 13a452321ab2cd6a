package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the number of a note and its text into one line again. A number that is raised comes out of a page in a line of
 * its own: "1" over "Bidraget för 2025".
 */
final class RaisedNotes {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern CALL_AT_END = Pattern.compile("[\\p{L}\\d]\\d{1,2}$");
    private static final int LONGEST = 2000;

    private RaisedNotes() {}

    static List<Line> joined(List<Line> lines) {
        var joined = new ArrayList<Line>(lines);
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isNumberOfNote(lines, i)) {
                joined.set(i, Line.BLANK);
                joined.set(
                        i + 1,
                        Line.of(lines.get(i).text() + " " + lines.get(i + 1).text()));
            }
        }
        return joined;
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

    private static boolean isNumberOfNote(List<Line> lines, int i) {
        String number = lines.get(i).text();
        String next = lines.get(i + 1).text();
        boolean alone =
                NUMBER.matcher(number).matches() && (i == 0 || !lines.get(i - 1).hasText());
        return alone
                && !next.isEmpty()
                && next.length() <= LONGEST
                && Character.isLetter(next.codePointAt(0))
                && isCalledBefore(lines, i, Pattern.compile("(?<=\\p{L}{2}[.,;:]?)" + number + "(?![\\d\\p{L}])"));
    }

    private static boolean isCalledBefore(List<Line> lines, int note, Pattern call) {
        return lines.subList(Math.max(0, note - 80), note).stream()
                .anyMatch(line -> line.text().length() <= LONGEST
                        && call.matcher(line.text()).find());
    }
}
