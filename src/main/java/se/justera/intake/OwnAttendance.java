package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts the attendance table of our own pages together again, whose rows have a word or a dash in each cell, to rows with
 * tabs between the cells: from lines with gaps, from cells that stand one under the other, or from rows without gaps.
 */
final class OwnAttendance {

    private static final Pattern HEAD =
            Pattern.compile("Namn(?:(?: +|\t)Uppdrag)?(?:(?: +|\t)Företräder)?(?:(?: +|\t)Anmärkning)?");
    private static final List<String> COLUMNS = List.of("Uppdrag", "Företräder", "Anmärkning");
    private static final int MOST_HEAD_LINES = 12;

    private final List<Line> lines;
    private final List<Line> rewritten = new ArrayList<>();
    private OwnRow row = new OwnRow(List.of());
    private final boolean numbered;
    private boolean read;
    private boolean ends;

    private OwnAttendance(List<Line> lines) {
        this.lines = lines;
        this.numbered = lines.stream().anyMatch(line -> Headline.of(line.text()).isPresent());
    }

    static List<Line> joined(List<Line> lines) {
        var table = new OwnAttendance(lines);
        int i = 0;
        while (i < lines.size()) {
            int end = table.read(i);
            if (end == i) {
                Line line = table.headed(lines.get(i));
                table.rewritten.add(line);
                if (line.kind() == Line.Kind.HEADING) {
                    table.rewritten.add(Line.BLANK);
                }
                end++;
            }
            i = end;
        }
        return table.rewritten;
    }

    /** @return the line after the table, or the same where none begins */
    private int read(int at) {
        if (!HEAD.matcher(lines.get(at).text()).matches()) {
            return at;
        }
        var columns = new ArrayList<String>();
        int end = at;
        for (int i = at; i < Math.min(lines.size(), at + MOST_HEAD_LINES); i++) {
            String text = lines.get(i).text();
            List<String> words = List.of(text.split("\\s+", -1));
            boolean head = i == at || COLUMNS.containsAll(words);
            if (lines.get(i).hasText() && !head) {
                break;
            }
            words.stream().filter(COLUMNS::contains).forEach(columns::add);
            end = lines.get(i).hasText() ? i + 1 : end;
        }
        boolean goesOn = read && !row.columns().isEmpty();
        row = goesOn ? row : new OwnRow(columns);
        boolean apart = columns.size() > 0 && lines.get(at).text().equals("Namn");
        int after = apart ? readCells(end) : readRows(end);
        read |= after > end;
        return after > end ? after : at;
    }

    private void add(List<Line> table) {
        rewritten.add(Line.of("Namn\t" + String.join("\t", row.columns())));
        rewritten.addAll(table);
        rewritten.add(Line.BLANK);
        ends = true;
    }

    /** Right after the table stands the first matter, where they have no numbers. */
    private Line headed(Line line) {
        boolean heading = ends
                && line.hasText()
                && !numbered
                && !Headline.opensMeeting(line.text())
                && HeadLabel.in(line.text()).isEmpty();
        ends &= !line.hasText();
        return heading ? new Line(line.text(), Line.Kind.HEADING) : line;
    }

    /** Rows in lines, where a line may go on in the next ones. */
    private int readRows(int from) {
        var table = new ArrayList<Line>();
        int i = from;
        int end = from;
        while (i < lines.size()) {
            Line line = lines.get(i);
            int next = line.hasText() ? rowEnd(i) : i + 1;
            if (next > i && line.hasText()) {
                table.add(Line.of(row.tabbed(joined(i, next)).orElseThrow()));
                end = next;
            } else if (line.hasText() && !isHeading(i)) {
                break;
            } else if (line.hasText()) {
                next = i + 1;
                heading(line.text()).ifPresent(table::add);
            }
            i = next;
        }
        if (end > from) {
            add(table);
        }
        return end;
    }

    /** Where the row that begins here ends; the same place if none does. */
    private int rowEnd(int at) {
        if (isKnown(lines.get(at).text())) {
            return at;
        }
        for (int end = at + 1; end <= Math.min(lines.size(), at + 5); end++) {
            if (!lines.get(end - 1).hasText()) {
                return at;
            }
            if (row.tabbed(joined(at, end)).isPresent()) {
                return withMore(at, end);
            }
        }
        return at;
    }

    /** A cell may go on below the row, until a blank line or another row. */
    private int withMore(int at, int end) {
        boolean gaps = lines.get(at).text().contains("  ");
        int more = end;
        while (gaps
                && more < lines.size()
                && lines.get(more).hasText()
                && row.tabbed(lines.get(more).text()).isEmpty()
                && row.tabbed(joined(at, more + 1)).isPresent()
                && !HEAD.matcher(lines.get(more).text()).matches()
                && Group.in(lines.get(more).text()).isEmpty()) {
            more++;
        }
        return more;
    }

    private String joined(int from, int to) {
        return String.join(
                "\n", lines.subList(from, to).stream().map(Line::text).toList());
    }

    private boolean isHeading(int at) {
        int next = at + 1;
        while (next < lines.size() && !lines.get(next).hasText()) {
            next++;
        }
        boolean overRow = next < lines.size() && rowEnd(next) > next;
        boolean overHeading = isKnown(lines.get(at).text())
                && next < lines.size()
                && Group.in(lines.get(next).text()).isPresent();
        return overRow || overHeading;
    }

    private static boolean isKnown(String text) {
        return Group.in(text).filter(group -> group.value().isEmpty()).isPresent();
    }

    /** Empty for who attended online: their rows say so. */
    private static Optional<Line> heading(String text) {
        return text.equals("Deltog digitalt") ? Optional.empty() : Optional.of(Line.of(text + ":"));
    }

    private int readCells(int from) {
        List<TextBlock> blocks = TextBlock.of(lines.subList(from, lines.size()));
        var cells = new OwnCells(row);
        int read = cells.read(blocks);
        List<Line> table = read == 0 ? List.of() : cells.table();
        if (table.isEmpty()) {
            return from;
        }
        add(table);
        int texts = blocks.stream().limit(read).mapToInt(b -> b.lines().size()).sum();
        int i = from;
        while (texts > 0) {
            texts -= lines.get(i).hasText() ? 1 : 0;
            i++;
        }
        return i;
    }
}
