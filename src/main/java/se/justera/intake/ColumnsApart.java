package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts the columns of an attendance together that text taken out of pages sets one under the other: the heading, the
 * words over the columns, then all names, all organisations, each in a block of its own.
 */
final class ColumnsApart {

    private static final Pattern COLUMN_HEAD = Pattern.compile(
            "(?iu)organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|parti|närvaro|anmärkning|befattning|huvudman");

    private final List<TextBlock> blocks;
    private final List<TextBlock> joined = new ArrayList<>();

    private ColumnsApart(List<TextBlock> blocks) {
        this.blocks = blocks;
    }

    static List<TextBlock> joined(List<TextBlock> blocks) {
        var columns = new ColumnsApart(blocks);
        int i = 0;
        while (i < blocks.size()) {
            int end = columns.read(i);
            if (end == i) {
                columns.joined.add(blocks.get(i));
                end++;
            }
            i = end;
        }
        return List.copyOf(columns.joined);
    }

    /** @return the block after the table, or the same where none begins */
    private int read(int at) {
        int headed = readHeaded(at);
        return headed > at ? headed : readUnderHeads(at);
    }

    /** Columns that have their own words above them: "Namn" over all names, then "Organisation" over all of those. */
    private int readHeaded(int at) {
        boolean names = !blocks.get(at).isSingle() && blocks.get(at).first().equalsIgnoreCase("namn");
        int end = at + 1;
        while (names && end < blocks.size() && isColumnOf(blocks.get(end), blocks.get(at))) {
            end++;
        }
        List<TextBlock> table = blocks.subList(at, end);
        if (table.size() < 2 || !areColumns(List.of(table.get(0).from(1)))) {
            return at;
        }
        joined.add(rows(table, new ArrayList<>()));
        return end;
    }

    private static boolean isColumnOf(TextBlock block, TextBlock names) {
        return block.lines().size() == names.lines().size()
                && COLUMN_HEAD.matcher(block.first()).matches();
    }

    private int readUnderHeads(int at) {
        boolean heading = at + 1 < blocks.size()
                && isColumnHead(blocks.get(at + 1))
                && blocks.get(at).isSingle()
                && Group.in(blocks.get(at).first())
                        .filter(g -> g.value().isEmpty())
                        .isPresent();
        int first = at + 1;
        while (heading && first < blocks.size() && isColumnHead(blocks.get(first))) {
            first++;
        }
        int columns = first - at;
        if (columns < 2 || first + columns > blocks.size() || !areColumns(blocks.subList(first, first + columns))) {
            return at;
        }
        List<TextBlock> table = blocks.subList(first, first + columns);
        joined.add(blocks.get(at));
        var lines = new ArrayList<Line>();
        lines.add(Line.of("Namn\t"
                + String.join(
                        "\t",
                        blocks.subList(at + 1, first).stream()
                                .map(TextBlock::first)
                                .toList())));
        joined.add(rows(table, lines));
        return first + columns;
    }

    /** The lines of the columns beside each other, under those given. */
    private static TextBlock rows(List<TextBlock> table, List<Line> lines) {
        IntStream.range(0, table.get(0).lines().size())
                .mapToObj(row -> String.join(
                        "\t", table.stream().map(b -> b.texts().get(row)).toList()))
                .forEach(row -> lines.add(Line.of(row)));
        return new TextBlock(List.copyOf(lines), 1, false, false);
    }

    private static boolean isColumnHead(TextBlock block) {
        return block.isSingle() && COLUMN_HEAD.matcher(block.first()).matches();
    }

    /** Blocks of as many lines, the first of people. */
    private static boolean areColumns(List<TextBlock> table) {
        int rows = table.get(0).lines().size();
        return table.stream().allMatch(b -> b.lines().size() == rows)
                && table.get(0).texts().stream()
                        .allMatch(name -> People.of(name).all().size() == 1);
    }
}
