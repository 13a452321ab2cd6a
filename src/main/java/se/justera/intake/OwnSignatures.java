package se.justera.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.justera.document.OwnSentences;
import se.justera.intake.SignatureSpaces.Row;

/**
 * The places for signatures of our own pages, which text taken out of them runs together: in columns, in rows, or one
 * place right under the other. Each place has a label, so
 * that what stands between two names is the office of the first or the label of the second by how many lines there are.
 */
final class OwnSignatures {

    private static final List<String> OVER = OwnSentences.overSignatures();
    private static final List<String> UNDER = OwnSentences.underSignatures();
    private static final Pattern CELL = Pattern.compile("\\S++(?: \\S++)*+");
    private static final List<String> FOOT = OwnSentences.atFoot();
    private static final Pattern PAGE_END = Pattern.compile("\f.*|.*\\bSida \\d{1,5} \\(\\d{1,5}\\).*");
    private static final Pattern NOTE = Pattern.compile("(?:\\d{1,2}|[a-z]) \\p{Lu}.*");
    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{3} \\d{2}\\s+\\p{Lu}|\\bwww\\.|://|\\S@\\S");
    private static final int MOST_LINES = 4;
    private static final int MOST_LINES_OF_PLACES = 150;
    private static final int SLACK = 2;

    static final OwnSignatures NONE = new OwnSignatures(false);

    private final boolean last;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private OwnSignatures(boolean last) {
        this.last = last;
    }

    /** A text without the places for signatures, and those. */
    record Left(String text, OwnSignatures signatures) {}

    private record Cell(String text, int column) {}

    /** A line of the page; one at its edge has no cells. */
    private record PageLine(String text, List<Cell> cells) {

        static PageLine of(String text) {
            var cells = new ArrayList<Cell>();
            Matcher m = CELL.matcher(isPageEnd(text) || text.contains(" · ") || isAddress(text) ? "" : text);
            while (m.find()) {
                cells.add(new Cell(m.group(), m.start()));
            }
            return new PageLine(text, cells);
        }

        boolean isEdge() {
            return cells.isEmpty() && !text.isBlank();
        }

        /** What stands in a column; an edge ends all of them and is text of the first. */
        Stream<String> tokens(int column, List<Integer> columns) {
            if (isEdge()) {
                return Stream.of(SignatureSpaces.EDGE + (column == 0 ? text : ""));
            }
            return cells.stream()
                    .filter(cell -> columns.isEmpty() || columnOf(cell, columns) == column)
                    .map(Cell::text);
        }
    }

    static Left leftOf(String text) {
        List<String> lines = text.lines().toList();
        int start = start(lines);
        if (start < 0) {
            return new Left(text, NONE);
        }
        List<String> unmarked = SignedMarks.takenFrom(lines);
        int end = end(unmarked, start);
        var signatures = new OwnSignatures(end < lines.size() && isUnder(lines.get(end)));
        signatures.read(unmarked.subList(start, end));
        var left = new ArrayList<>(unmarked.subList(0, start));
        left.addAll(signatures.others);
        left.addAll(unmarked.subList(end, unmarked.size()));
        return new Left(String.join("\n", left), signatures);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** True where the places stand at the end of the document. */
    boolean areLast() {
        return last;
    }

    /** The line after the sentence that stands over the places; negative if it stands nowhere. */
    private static int start(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String text = "";
            for (int j = i; j < Math.min(lines.size(), i + MOST_LINES); j++) {
                text = text.isEmpty()
                        ? lines.get(j).strip()
                        : text + " " + lines.get(j).strip();
                if (OVER.contains(text)) {
                    return j + 1;
                }
                String read = text;
                if (OVER.stream().noneMatch(sentence -> sentence.startsWith(read)) || text.isEmpty()) {
                    break;
                }
            }
        }
        return -1;
    }

    /** The foot of our pages with the notes there, or the beginning of the next page. */
    private static boolean isPageEnd(String line) {
        return PAGE_END.matcher(line).matches()
                || NOTE.matcher(line.strip()).matches()
                || FOOT.stream().anyMatch(line.strip()::startsWith);
    }

    /** What associations have at the foot of their pages: where they are found. */
    private static boolean isAddress(String line) {
        return ADDRESS.matcher(line).find();
    }

    private static boolean isUnder(String line) {
        return UNDER.stream().anyMatch(line.strip()::startsWith);
    }

    /** Where they stand first, the first matter or the page ends them. */
    private static int end(List<String> lines, int start) {
        int pageEnd = lines.size();
        for (int i = start; i < Math.min(lines.size(), start + MOST_LINES_OF_PLACES); i++) {
            String line = lines.get(i).strip();
            if (isUnder(line)) {
                return i;
            }
            if (isPageEnd(lines.get(i))) {
                pageEnd = Math.min(pageEnd, i);
            }
            if (Headline.of(line).isPresent() || Notice.isHeading(line)) {
                return i;
            }
        }
        return Math.min(pageEnd, lines.size());
    }

    private void read(List<String> lines) {
        var part = new ArrayList<PageLine>();
        List<Integer> columns = List.of();
        for (String text : lines) {
            PageLine line = PageLine.of(text);
            if (standIn(line.cells(), columns)
                    || (columns.isEmpty() && line.cells().size() < 2)) {
                part.add(line);
            } else {
                readPart(part, columns);
                part.clear();
                part.add(line);
                columns = line.cells().size() < 2
                        ? List.of()
                        : line.cells().stream().map(Cell::column).toList();
            }
        }
        readPart(part, columns);
    }

    private static boolean standIn(List<Cell> cells, List<Integer> columns) {
        return cells.stream().allMatch(cell -> columnOf(cell, columns) >= 0);
    }

    private static int columnOf(Cell cell, List<Integer> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (Math.abs(cell.column() - columns.get(i)) <= SLACK) {
                return i;
            }
        }
        return -1;
    }

    /** Lines whose cells stand in the same columns, or all lines where none has several. */
    private void readPart(List<PageLine> lines, List<Integer> columns) {
        List<PageLine> read = lines.subList(0, columns.isEmpty() ? lines.size() : lastPlace(lines));
        List<SignatureSpaces> places = IntStream.range(0, Math.max(1, columns.size()))
                .mapToObj(column -> SignatureSpaces.of(
                        read.stream()
                                .flatMap(line -> line.tokens(column, columns))
                                .toList(),
                        seen,
                        columns.isEmpty()))
                .toList();
        if (places.stream().allMatch(column -> column.rows().isEmpty())) {
            lines.forEach(line -> others.add(line.text()));
            return;
        }
        int most =
                places.stream().mapToInt(column -> column.rows().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            int row = i;
            places.stream()
                    .filter(column -> row < column.rows().size())
                    .forEach(column -> rows.add(column.rows().get(row)));
        }
        places.forEach(column -> others.addAll(column.unread()));
        lines.subList(read.size(), lines.size()).forEach(line -> others.add(line.text()));
    }

    /** The last names, with the offices right under them. */
    private static int lastPlace(List<PageLine> lines) {
        int end = lines.size();
        while (end > 0
                && (lines.get(end - 1).cells().isEmpty()
                        || !lines.get(end - 1).cells().stream()
                                .allMatch(cell -> SignatureSpaces.isName(cell.text())))) {
            end--;
        }
        while (end > 0 && end < lines.size() && !lines.get(end).text().isBlank()) {
            end++;
        }
        return end;
    }
}
