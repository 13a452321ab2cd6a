package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A heading of the attendance that its column broke over two lines: "Ej tjänstgörande   Bo Ask" over "ersättare   Eva Öst". */
final class BrokenGroup {

    private static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");

    private BrokenGroup() {}

    /** The heading whole with whom it stands beside, and under it whoever stood beside its second line; empty for other lines. */
    static List<Line> of(String line, String next) {
        String[] first = COLUMNS.split(line, 2);
        String[] second = COLUMNS.split(next, 2);
        if (first.length < 2 || second[0].isEmpty() || !Character.isLowerCase(second[0].codePointAt(0))) {
            return List.of();
        }
        String heading = first[0] + " " + second[0];
        boolean whole = Group.in(heading).filter(g -> g.value().isEmpty()).isPresent()
                && !People.of(first[1]).all().isEmpty()
                && People.of(second[0]).all().isEmpty();
        if (!whole) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        lines.add(Line.of(heading.replaceFirst(":$", "") + "\t" + first[1]));
        if (second.length > 1) {
            lines.add(Line.of(second[1]));
        }
        return List.copyOf(lines);
    }
}
