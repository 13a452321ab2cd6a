package se.justera.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table whose cells tabs part. */
final class TabbedTable {

    private TabbedTable() {}

    /** The rows of a block that is such a table; empty for any other block. */
    static Optional<List<List<String>>> rows(TextBlock block) {
        return isTable(block)
                ? Optional.of(block.texts().stream()
                        .map(line -> Arrays.asList(line.split("\t+", -1)))
                        .toList())
                : Optional.empty();
    }

    private static boolean isTable(TextBlock block) {
        long tabs = block.first().chars().filter(c -> c == '\t').count();
        return tabs > 0
                && block.lines().size() > 1
                && block.texts().stream()
                        .allMatch(l -> isRow(l.chars().filter(c -> c == '\t').count(), tabs))
                && block.texts().get(1).chars().filter(c -> c == '\t').count() == tabs;
    }

    /** Rows of wide tables may end early, where cells are empty or merged. */
    private static boolean isRow(long tabs, long first) {
        return tabs == first || (first >= 2 && tabs > 0 && tabs < first);
    }
}
