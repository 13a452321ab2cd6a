package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets an attendance in two columns, as text that keeps the layout of a page draws it ("Ledamöter          Ersättare"),
 * one column after the other. Works on lines whose blanks at the start still stand.
 */
final class TwoColumns {

    private static final int LONGEST = 200;
    private static final int SLACK = 2;
    private static final int INDENT = 6;
    private static final Pattern HEADINGS =
            Pattern.compile("(?<left>\\s{0,60}\\S.{1,60}?)(?<gap> {3,100})(?<right>\\S.{1,60})");
    private static final Pattern OVER_TWO =
            Pattern.compile("(?<over>\\S.{1,40}?) {2,60}(?<left>\\S.{1,40}?) {3,100}(?<right>\\S.{1,60})");
    private static final Pattern GAP = Pattern.compile(" {2,}");

    private final List<String> lines;
    private final List<String> unfolded = new ArrayList<>();

    private TwoColumns(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static List<String> unfolded(List<String> lines) {
        var columns = new TwoColumns(lines);
        int i = 0;
        while (i < lines.size()) {
            int from = headingBefore(lines.get(i));
            if (from > 0) {
                String line = columns.lines.get(i);
                columns.lines.set(i, " ".repeat(from) + line.substring(from));
                if (columns.columnAt(i) < 0) {
                    columns.lines.set(i, line);
                    from = 0;
                } else {
                    columns.unfolded.add(line.substring(0, from).strip());
                    columns.unfolded.add("");
                }
            }
            int at = columns.columnAt(i);
            if (at < 0) {
                columns.unfolded.add(lines.get(i));
                i++;
            } else {
                i = columns.unfold(i, at, from);
            }
        }
        return columns.unfolded;
    }

    /** "Beslutande    Ledamöter    Ersättare": a heading over two others, cut off to a line of its own; 0 for any other line. */
    private static int headingBefore(String line) {
        Matcher m = line.length() <= LONGEST ? OVER_TWO.matcher(line.stripTrailing()) : null;
        boolean three = m != null
                && m.matches()
                && isHeading(m.group("over").strip())
                && isHeading(m.group("left"))
                && isHeading(m.group("right"));
        return three && m != null ? m.start("left") : 0;
    }

    /** Where the right column begins, if this line is the headings of two groups beside each other; else -1. */
    private int columnAt(int i) {
        String line = lines.get(i);
        Matcher m = line.length() <= LONGEST ? HEADINGS.matcher(line.stripTrailing()) : null;
        boolean headings = m != null
                && m.matches()
                && HeadLabel.in(line.strip())
                        .filter(l -> l.label() != HeadLabel.SECRETARY)
                        .isEmpty()
                && isHeading(m.group("left").strip())
                && isHeading(m.group("right").strip())
                && peopleFollow(i + 1, m.start("right"));
        return headings && m != null ? m.start("right") : -1;
    }

    private static boolean isHeading(String text) {
        return !GAP.matcher(text).find()
                && (Group.in(text).filter(group -> group.value().isEmpty()).isPresent() || Offices.isOffice(text));
    }

    private boolean peopleFollow(int from, int at) {
        int next = from;
        while (next < lines.size() && next < from + 2 && lines.get(next).isBlank()) {
            next++;
        }
        String line = next < lines.size() && lines.get(next).length() <= LONGEST ? lines.get(next) : "";
        int cut = Math.max(0, cut(line, at));
        return !line.isBlank()
                && (!People.of(line.substring(0, cut).strip()).all().isEmpty()
                        || !People.of(line.substring(cut).strip()).all().isEmpty());
    }

    /** @return the line after the two columns */
    private int unfold(int start, int at, int from) {
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        int i = start;
        while (i < lines.size()
                && (i == start || (columnAt(i) < 0 && !ends(lines.get(i), at) && !standsBefore(lines.get(i), from)))) {
            String line = lines.get(i);
            int cut = i == start ? at : cut(line, at);
            left.add(line.substring(0, cut).stripTrailing());
            right.add(line.substring(cut).strip());
            i++;
        }
        unfolded.addAll(left);
        unfolded.add("");
        unfolded.addAll(right);
        unfolded.add("");
        return i;
    }

    /** True for a line in the column of labels, which begins something else. */
    private static boolean standsBefore(String line, int column) {
        return !line.isBlank() && line.indexOf(line.strip()) < column - SLACK;
    }

    /** A line without a gap where the columns part, or one that begins something else. */
    private static boolean ends(String line, int at) {
        String text = line.strip();
        boolean crosses = line.length() > at && cut(line, at) < 0;
        return crosses
                || Headline.of(text).isPresent()
                || isLabel(text)
                || SignatureForm.opens(text)
                || Notice.isHeading(text)
                || PageNumber.is(text);
    }

    /** An office in lower case is of whoever stands above it. */
    private static boolean isLabel(String text) {
        return HeadLabel.in(text).isPresent()
                && !(Character.isLowerCase(text.codePointAt(0)) && Offices.isOffice(text));
    }

    /** The place before the right column's text; -1 if the left one runs on over it. */
    private static int cut(String line, int at) {
        if (line.length() <= at - SLACK) {
            return line.length();
        }
        for (int i = Math.min(line.length(), at + SLACK); i >= at - SLACK; i--) {
            boolean blanks = i == 0 || (line.charAt(i - 1) == ' ' && (i < 2 || line.charAt(i - 2) == ' '));
            if (blanks && (i == line.length() || line.charAt(i) != ' ')) {
                return i;
            }
        }
        return line.length() <= at + SLACK ? line.length() : hanging(line, at);
    }

    /** The place before a line of the right column that goes on with the one above it, set in a little; -1 for others. */
    private static int hanging(String line, int at) {
        int end = Math.min(line.length(), at + INDENT);
        boolean isSetIn = line.substring(at - SLACK, at).isBlank()
                && !line.substring(at, end).isBlank();
        return isSetIn ? at : -1;
    }
}
