package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What signatures made with this service show in their places on our pages: once more the name and the capacity, then
 * time, method and reason. None of it is said in the minutes.
 */
final class SignedMarks {

    private static final Pattern TIME = Pattern.compile("Undertecknat elektroniskt(?: \\d{4}-\\d{2}-\\d{2}.*)?");
    private static final Pattern MORE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2} kl\\..*|kl\\. \\d\\d\\.\\d\\d.*|(?:svensk )?tid \\(UTC.*|\\(?UTC[+\\d]{1,3}\\)"
                    + "|Identifierad med .*|.{0,60}\\(tillitsnivå.*|(?:tillitsnivå )?(?:låg|väsentlig|hög)\\)"
                    + "|PROVUNDERSKRIFT.*|(?:utan )?rättsverkan");
    private static final Pattern REASON = Pattern.compile("Justering av .*");
    private static final Pattern DAY_AT_END = Pattern.compile("\\d{4}-\\d{2}-\\d{2}$");
    private static final int MOST_LINES_OF_REASON = 3;

    private final List<String> lines;

    private SignedMarks(List<String> lines) {
        this.lines = lines;
    }

    /** The lines without such marks. */
    static List<String> takenFrom(List<String> lines) {
        var marks = new SignedMarks(lines);
        var left = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (marks.is(TIME, i)) {
                left.subList(left.size() - (i - marks.start(i)), left.size()).clear();
                i = marks.end(i) - 1;
            } else {
                left.add(lines.get(i));
            }
        }
        return left;
    }

    /** The capacity stands right above the time, and the name right above that, or elsewhere with the others' names. */
    private int start(int time) {
        int start = time > 0 && !lines.get(time - 1).isBlank() ? time - 1 : time;
        boolean named = start > 0
                && start < time
                && cells(start - 1).stream().allMatch(Names::isName)
                && standsElsewhere(start - 1);
        return named ? start - 1 : start;
    }

    private boolean standsElsewhere(int at) {
        List<String> names = cells(at);
        return IntStream.range(0, lines.size())
                .filter(i -> i != at)
                .mapToObj(this::cells)
                .anyMatch(cells -> cells.stream().anyMatch(names::contains));
    }

    private int end(int time) {
        int end = time + 1;
        while (is(MORE, end) || is(REASON, end)) {
            end = is(REASON, end) ? endOfReason(end) : end + 1;
        }
        return end;
    }

    private int endOfReason(int at) {
        for (int i = at; i < Math.min(lines.size(), at + MOST_LINES_OF_REASON); i++) {
            if (DAY_AT_END.matcher(lines.get(i).strip()).find()) {
                return i + 1;
            }
        }
        return at + 1;
    }

    private boolean is(Pattern pattern, int at) {
        return at < lines.size()
                && !lines.get(at).isBlank()
                && cells(at).stream().allMatch(cell -> pattern.matcher(cell).matches());
    }

    private List<String> cells(int at) {
        return SignatureReader.COLUMNS.splitAsStream(lines.get(at).strip()).toList();
    }
}
