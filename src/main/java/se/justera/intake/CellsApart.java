package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts together a table that text taken out of pages has parted: rows with blank lines between them, or each cell in a
 * line of its own. The latter is a table only where words stand over columns of numbers or of votes.
 */
final class CellsApart {

    private static final int FEWEST_ROWS = 3;
    private static final int MOST_COLUMNS = 8;
    private static final int MOST_CELLS = 400;
    private static final int ENOUGH_CELLS = MOST_COLUMNS * FEWEST_ROWS;
    private static final int LONGEST = 40;
    private static final int LONGEST_ROW = 200;
    private static final Pattern GAP = Pattern.compile("\\S {2,}\\S");
    private static final Pattern VALUE =
            Pattern.compile("(?iu)[-–+]?\\d[\\d .,]*(?: ?(?:kr|tkr|mnkr|mkr|%))?|ja|nej|avstår|avstod|[-–]");

    private final List<TextBlock> blocks;
    private final List<TextBlock> joined = new ArrayList<>();

    private CellsApart(List<TextBlock> blocks) {
        this.blocks = new ArrayList<>(blocks);
    }

    static List<TextBlock> joined(List<TextBlock> blocks) {
        var cells = new CellsApart(blocks);
        int i = 0;
        while (i < cells.blocks.size()) {
            cells.partFirstCell(i);
            int rows = cells.readRows(i);
            int end = rows > i ? rows : cells.readCells(i);
            if (end == i) {
                cells.joined.add(cells.blocks.get(i));
                end++;
            }
            i = end;
        }
        return List.copyOf(cells.joined);
    }

    /** The first cell may stand right under the paragraph before the table. */
    private void partFirstCell(int at) {
        TextBlock block = blocks.get(at);
        int last = block.lines().size() - 1;
        if (last < 1 || !mayStandOverTable(block.lines().get(last - 1).text()) || !isCell(block.from(last))) {
            return;
        }
        var cells = new ArrayList<>(List.of(block.from(last)));
        cells.addAll(blocks.subList(at + 1, cellsEnd(at + 1, ENOUGH_CELLS)));
        if (columns(cells) > 0) {
            blocks.set(at, block.to(last));
            blocks.add(at + 1, block.from(last));
        }
    }

    private static boolean mayStandOverTable(String line) {
        return Wrapping.isTerminated(line) || Pieces.COUNTS.matcher(line).matches();
    }

    /** Lines with gaps, each a block of its own, that are one table together. */
    private int readRows(int at) {
        int end = at;
        int most = at + 1 < blocks.size() && hasGap(at) && hasGap(at + 1) ? MOST_CELLS : 0;
        while (end < Math.min(blocks.size(), at + most)
                && blocks.get(end).isSingle()
                && !blocks.get(end).isMarked()
                && (end == at || !blocks.get(end).edgeBefore())
                && hasGap(end)) {
            end++;
        }
        if (end - at < FEWEST_ROWS) {
            return at;
        }
        boolean begins = ColumnTable.rows(lines(at, at + FEWEST_ROWS)).isPresent();
        if (!begins || ColumnTable.rows(lines(at, end)).isEmpty()) {
            return at;
        }
        joined.add(lines(at, end));
        return end;
    }

    private boolean hasGap(int at) {
        return blocks.get(at).first().length() <= LONGEST_ROW
                && GAP.matcher(blocks.get(at).first()).find();
    }

    private TextBlock lines(int from, int to) {
        List<Line> lines =
                blocks.subList(from, to).stream().map(b -> b.lines().get(0)).toList();
        return new TextBlock(lines, blocks.get(from).gap(), blocks.get(from).edgeBefore(), false);
    }

    private int readCells(int at) {
        int columns = mayBeginTable(at) ? columns(blocks.subList(at, cellsEnd(at, ENOUGH_CELLS))) : 0;
        if (columns == 0) {
            return at;
        }
        List<TextBlock> cells = blocks.subList(at, cellsEnd(at, MOST_CELLS));
        int count = count(texts(cells), columns);
        add(cells.subList(0, count), columns);
        return at + count;
    }

    /** A number or a vote stands near enough below for a second row to have begun. */
    private boolean mayBeginTable(int at) {
        int end = Math.min(blocks.size(), at + MOST_COLUMNS + 2);
        return blocks.subList(at, end).stream()
                .skip(2)
                .anyMatch(block -> block.isSingle()
                        && block.first().length() <= LONGEST
                        && VALUE.matcher(block.first()).matches());
    }

    private int cellsEnd(int at, int most) {
        int end = at;
        while (end < Math.min(blocks.size(), at + most) && isCell(blocks.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isCell(TextBlock block) {
        return block.isSingle()
                && !block.isMarked()
                && block.first().length() <= LONGEST
                && !Wrapping.isTerminated(block.first().replaceFirst("\\)$", ""))
                && !Pieces.isEntry(block.first())
                && !PartHeading.isPart(block.first())
                && ProceedingsPart.of(block.first()).isEmpty()
                && !DecisionForm.isLabel(block.first());
    }

    /** How many columns these cells make from the first on, row by row under words; 0 if they make none. */
    private static int columns(List<TextBlock> cells) {
        List<String> texts = texts(cells);
        return IntStream.rangeClosed(2, MOST_COLUMNS)
                .filter(columns -> texts.size() >= columns * FEWEST_ROWS)
                .filter(columns -> texts.stream()
                        .limit(columns)
                        .noneMatch(head -> VALUE.matcher(head).matches()))
                .filter(columns -> count(texts, columns) >= columns * FEWEST_ROWS)
                .findFirst()
                .orElse(0);
    }

    /** How many of the cells make whole rows of that many columns under the first. */
    private static int count(List<String> texts, int columns) {
        int rows = 1;
        while ((rows + 1) * columns <= texts.size()
                && texts.subList(rows * columns + 1, (rows + 1) * columns).stream()
                        .allMatch(cell -> VALUE.matcher(cell).matches())) {
            rows++;
        }
        List<String> first = IntStream.range(1, rows)
                .mapToObj(row -> texts.get(row * columns))
                .toList();
        return isFirstColumn(first) ? rows * columns : 0;
    }

    private static List<String> texts(List<TextBlock> cells) {
        return cells.stream().map(TextBlock::first).toList();
    }

    /** Words, or years. */
    private static boolean isFirstColumn(List<String> texts) {
        return texts.stream().noneMatch(t -> VALUE.matcher(t).matches())
                || texts.stream().allMatch(t -> t.matches("(?:19|20)\\d\\d"));
    }

    private void add(List<TextBlock> cells, int columns) {
        var rows = new ArrayList<Line>();
        for (int row = 0; row < cells.size(); row += columns) {
            rows.add(Line.of(cells.subList(row, row + columns).stream()
                    .map(TextBlock::first)
                    .collect(Collectors.joining("\t"))));
        }
        joined.add(new TextBlock(
                List.copyOf(rows), cells.get(0).gap(), cells.get(0).edgeBefore(), false));
    }
}
