package se.justera.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets a table of members, their substitutes and the organisation of both as two lists, each person with the
 * organisation: the columns "Ledamöter", "Ersättare", "Organisation" in any order. Works on lines whose blanks at the
 * start still stand.
 */
final class MemberColumns {

    private static final Pattern MEMBERS = Pattern.compile("(?iu)(?:ordinarie )?(?:ledamöter|ledamot)|ordinarie");
    private static final Pattern SUBSTITUTES = Pattern.compile("(?iu)(?:personliga? )?ersättare|suppleanter");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?iu)organisation|huvudman|part|medlem|medlemsorganisation|representerar|företräder|myndighet");
    private static final Pattern OTHERS = Pattern.compile(
            "(?iu)adjungerade?|övriga(?: (?:närvarande|deltagare|deltagande))?|tjänste(?:män|personer)|revisorer");
    private static final Pattern CELL = Pattern.compile("\\S++(?: \\S++)*+");
    private static final Pattern EMPTY = Pattern.compile("[-–—]?");
    private static final Pattern LEGEND =
            Pattern.compile("(?iu)\\*\\)? ?=? ?(?<says>tjänstgör\\p{L}*|tjg\\.?)(?: ersättare)?\\.?");
    private static final int LONGEST = 300;
    private static final int MOST_ROWS = 60;
    private static final int FAR = 6;

    private final List<String> lines;
    private final List<String> unfolded = new ArrayList<>();

    private MemberColumns(List<String> lines) {
        this.lines = lines;
    }

    private record Cell(String text, int from) {}

    /** One line of the table: who, who else, and of what organisation. */
    private record Row(String member, String substitute, String organisation) {}

    static List<String> unfolded(List<String> lines) {
        var columns = new MemberColumns(lines);
        int i = 0;
        while (i < lines.size()) {
            int end = columns.read(i);
            if (end == i) {
                columns.unfolded.add(lines.get(i));
                end++;
            }
            i = end;
        }
        return columns.unfolded;
    }

    /** @return the line after the table, or the same where none begins */
    private int read(int at) {
        List<Cell> heads = cells(lines.get(at));
        int members = find(MEMBERS, heads);
        int organisation = find(ORGANISATION, heads);
        int substitutes = find(SUBSTITUTES, heads);
        if (heads.size() == 3 && members >= 0 && substitutes >= 0 && find(OTHERS, heads) >= 0) {
            return readLists(at, heads);
        }
        if (heads.size() < 2
                || heads.size() > 3
                || members < 0
                || organisation < 0
                || (heads.size() == 3 && substitutes < 0)) {
            return at;
        }
        var rows = new ArrayList<Row>();
        int i = at + 1;
        while (i < lines.size() && rows.size() < MOST_ROWS) {
            if (lines.get(i).isBlank()) {
                if (!rows.isEmpty()) {
                    break;
                }
            } else {
                List<String> row = row(lines.get(i), heads);
                if (row.isEmpty()) {
                    break;
                }
                rows.add(new Row(row.get(members), substitutes < 0 ? "" : row.get(substitutes), row.get(organisation)));
            }
            i++;
        }
        if (rows.isEmpty()) {
            return at;
        }
        int legend = legend(i);
        write(
                heads.get(members).text(),
                rows.stream()
                        .map(r -> person(r.member(), r.organisation(), legend))
                        .toList());
        if (substitutes >= 0) {
            write(
                    heads.get(substitutes).text(),
                    rows.stream()
                            .map(r -> person(r.substitute(), r.organisation(), legend))
                            .toList());
        }
        if (legend >= 0) {
            unfolded.addAll(lines.subList(i, legend));
            return legend + 1;
        }
        return i;
    }

    /** Lists beside each other, each under its heading: members, substitutes, others. */
    private int readLists(int at, List<Cell> heads) {
        var rows = new ArrayList<List<String>>();
        int i = at + 1;
        while (i < lines.size() && rows.size() < MOST_ROWS && !lines.get(i).isBlank()) {
            List<Cell> cells = cells(lines.get(i));
            boolean first = cells.size() == 1
                    && Math.abs(cells.get(0).from() - heads.get(0).from()) < FAR;
            List<String> row = first ? List.of(cells.get(0).text(), "", "") : row(lines.get(i), heads);
            if (row.isEmpty()) {
                break;
            }
            rows.add(row);
            i++;
        }
        if (rows.isEmpty()) {
            return at;
        }
        for (int column = 0; column < heads.size(); column++) {
            int c = column;
            String heading = heads.get(c).text();
            write(
                    heading.equalsIgnoreCase("ordinarie") ? heading + " ledamöter" : heading,
                    rows.stream().map(row -> row.get(c)).toList());
        }
        return i;
    }

    private void write(String heading, List<String> people) {
        unfolded.add("");
        unfolded.add(heading);
        people.stream().filter(person -> !person.isEmpty()).forEach(unfolded::add);
        unfolded.add("");
    }

    private String person(String written, String organisation, int legend) {
        if (EMPTY.matcher(written).matches()) {
            return "";
        }
        boolean starred = legend >= 0 && written.endsWith("*");
        String name = starred ? written.substring(0, written.length() - 1).strip() + ", tjänstgörande" : written;
        return EMPTY.matcher(organisation).matches() ? name : name + ", " + organisation;
    }

    /** The line that says what a star beside a name means; -1 where there is none. */
    private int legend(int from) {
        for (int i = from; i < Math.min(lines.size(), from + 3); i++) {
            if (LEGEND.matcher(lines.get(i).strip()).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static int find(Pattern pattern, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (pattern.matcher(cells.get(i).text()).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDrawn(String line) {
        return line.strip().startsWith("|") || line.contains("\t");
    }

    private static List<Cell> cells(String line) {
        if (line.length() > LONGEST) {
            return List.of();
        }
        if (isDrawn(line)) {
            String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
            return Arrays.stream(inner.split("[|\t]", -1))
                    .map(text -> new Cell(text.strip(), 0))
                    .toList();
        }
        var cells = new ArrayList<Cell>();
        Matcher m = CELL.matcher(line);
        while (m.find()) {
            cells.add(new Cell(m.group(), m.start()));
        }
        return cells;
    }

    /** One text for each column; empty for a line that is no row of the table. */
    private static List<String> row(String line, List<Cell> heads) {
        List<Cell> cells = cells(line);
        if (isDrawn(line)) {
            return cells.size() == heads.size() ? cells.stream().map(Cell::text).toList() : List.of();
        }
        var row = new ArrayList<String>(java.util.Collections.nCopies(heads.size(), ""));
        for (Cell cell : cells) {
            int column = 0;
            for (int i = 1; i < heads.size(); i++) {
                if (Math.abs(cell.from() - heads.get(i).from())
                        < Math.abs(cell.from() - heads.get(column).from())) {
                    column = i;
                }
            }
            boolean beside = Math.abs(cell.from() - heads.get(column).from()) <= FAR;
            if (!beside || !row.get(column).isEmpty()) {
                return List.of();
            }
            row.set(column, cell.text());
        }
        return cells.size() < 2 ? List.of() : row;
    }
}
