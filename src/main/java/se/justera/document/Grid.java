package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.justera.minutes.Draft.Block;

/**
 * A table as rows of equally many cells, of which the first row holds the columns' headings; short rows are filled up,
 * as a tagged table must be regular.
 *
 * @param folded true where each row goes on in the rows below, because no page is as wide as all columns
 */
record Grid(List<List<Block>> rows, int columns, boolean folded) {

    /** A page is as wide as so many letters with what stands between them; further columns would lie beside it. */
    private static final int MOST_COLUMNS = 24;

    private static final int FOLDED_COLUMNS = 8;

    private static final Pattern NUMBER =
            Pattern.compile("[+\u2212\u2013-]?\\p{Nd}[\\p{Nd}\\p{Z}.,]*(?:%|kr|tkr|mnkr|kronor)?");
    private static final int MOST_ROWS_TOGETHER = 8;
    private static final Block EMPTY = Block.paragraph("");

    static Grid of(Block table) {
        List<List<Block>> rows = table.children().stream().map(Grid::cells).toList();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return columns <= MOST_COLUMNS
                ? new Grid(rows, columns, false)
                : new Grid(rows.stream().flatMap(Grid::folded).toList(), FOLDED_COLUMNS, true);
    }

    private static Stream<List<Block>> folded(List<Block> row) {
        return IntStream.iterate(0, i -> i < row.size(), i -> i + FOLDED_COLUMNS)
                .mapToObj(i -> row.subList(i, Math.min(row.size(), i + FOLDED_COLUMNS)));
    }

    /** A text that a row has of its own comes first. */
    private static List<Block> cells(Block row) {
        if (row.text() == null || row.text().isBlank()) {
            return row.children();
        }
        var cells = new ArrayList<Block>();
        cells.add(Block.paragraph(row.text()));
        cells.addAll(row.children());
        return cells;
    }

    Block cell(int row, int column) {
        List<Block> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : EMPTY;
    }

    /** A single row heads nothing. */
    boolean hasHead() {
        return !folded && rows.size() > 1;
    }

    /** Whether the table should stand on one page. */
    boolean isShort() {
        return rows.size() <= MOST_ROWS_TOGETHER;
    }

    /** Whether everything below the heading of this column is a number, or nothing; the first column names the rows. */
    boolean isOfNumbers(int column) {
        if (column == 0) {
            return false;
        }
        List<String> texts = rows.stream()
                .skip(1)
                .filter(cells -> column < cells.size())
                .map(cells -> cells.get(column).text())
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .toList();
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> NUMBER.matcher(text).matches());
    }
}
