package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table whose columns only gaps of blanks part, as text taken out of pages draws it: each cell belongs to the column
 * whose heading it stands under.
 */
final class ColumnTable {

    private static final int FEWEST_ROWS = 3;
    private static final int LONGEST_LINE = 200;
    private static final Pattern CELL = Pattern.compile("\\S++(?: \\S++)*+");
    private static final Pattern GAP = Pattern.compile("\\S {2,}\\S");

    private final List<Cell> heads;

    private ColumnTable(List<Cell> heads) {
        this.heads = heads;
    }

    private record Cell(String text, int from, int to) {

        int distance(Cell other) {
            return Math.max(0, Math.max(from, other.from()) - Math.min(to, other.to()));
        }
    }

    /** The rows of a block that is such a table, heading first; empty for any other block. */
    static Optional<List<List<String>>> rows(TextBlock block) {
        boolean drawn = block.lines().size() >= FEWEST_ROWS
                && block.texts().stream()
                        .allMatch(line -> line.length() <= LONGEST_LINE
                                && GAP.matcher(line).find()
                                && !DottedLine.is(line)
                                && !DecisionForm.isClause(line)
                                && !Pieces.isEntry(line));
        if (!drawn) {
            return Optional.empty();
        }
        var table = new ColumnTable(cells(block.first()));
        var rows = new ArrayList<List<String>>();
        for (String line : block.texts()) {
            List<String> row = table.row(line);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row);
        }
        return Optional.of(rows);
    }

    private static List<Cell> cells(String line) {
        var cells = new ArrayList<Cell>();
        Matcher m = CELL.matcher(line);
        while (m.find()) {
            cells.add(new Cell(m.group(), m.start(), m.end()));
        }
        return cells;
    }

    /** One text for each column; empty if two cells stand under one heading. */
    private List<String> row(String line) {
        var row = new ArrayList<String>(java.util.Collections.nCopies(heads.size(), ""));
        for (Cell cell : cells(line)) {
            int column = 0;
            for (int i = 1; i < heads.size(); i++) {
                if (cell.distance(heads.get(i)) < cell.distance(heads.get(column))) {
                    column = i;
                }
            }
            if (!row.get(column).isEmpty()) {
                return List.of();
            }
            row.set(column, cell.text());
        }
        return row;
    }
}
