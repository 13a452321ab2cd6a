package se.justera.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.AttendeeRole;

/**
 * The attendance table of our own pages taken apart cell by cell. Where a group has a single row, its name stands among
 * the headings, and the row begins with the office.
 */
final class OwnCells {

    private static final int LONGEST = 80;

    private final OwnRow row;
    private final List<List<String>> rows = new ArrayList<>();
    /** Headings, and the names that stand right under one. */
    private final List<String> headings = new ArrayList<>();

    OwnCells(OwnRow row) {
        this.row = row;
    }

    /** @return how many of the blocks are the table */
    int read(List<TextBlock> blocks) {
        int i = 0;
        int end = 0;
        while (i < blocks.size() && Headline.of(blocks.get(i).first()).isEmpty()) {
            int next = rowEnd(blocks, i);
            if (next == i && isFlow(blocks, i)) {
                headings.addAll(blocks.get(i).texts());
                next++;
            }
            if (next == i) {
                break;
            }
            i = next;
            end = i;
        }
        return end;
    }

    private int rowEnd(List<TextBlock> blocks, int at) {
        int columns = row.columns().size();
        String first = cell(blocks.get(at));
        boolean named = OwnRow.isName(first);
        int cells = named ? columns + 1 : columns;
        if (at + cells > blocks.size() || (!named && !first.equals(OwnRow.NONE) && !OwnRow.isOffice(first))) {
            return at;
        }
        var texts = new ArrayList<>(
                blocks.subList(at, at + cells).stream().map(OwnCells::cell).toList());
        boolean headings = !named
                && texts.size() > 2
                && texts.subList(1, texts.size() - 1).stream().anyMatch(OwnCells::isHeading);
        if (headings || !row.isRow(named ? texts : withName(texts, "Anna Ek"))) {
            return at;
        }
        rows.add(texts);
        return at + cells;
    }

    private static List<String> withName(List<String> cells, String name) {
        var all = new ArrayList<>(List.of(name));
        all.addAll(cells);
        return all;
    }

    private static String cell(TextBlock block) {
        return block.texts().stream().reduce(Wrapping::join).orElse("");
    }

    /** Headings, with or without names between; one of unknown words stands over a row. */
    private boolean isFlow(List<TextBlock> blocks, int at) {
        List<String> texts = blocks.get(at).texts();
        return texts.stream().anyMatch(OwnCells::isHeading)
                && texts.stream().allMatch(text -> text.length() <= LONGEST && !text.endsWith("."));
    }

    private static boolean isHeading(String text) {
        return Group.in(text).filter(group -> group.value().isEmpty()).isPresent();
    }

    /** The rows under their headings; empty if they do not fit together. */
    List<Line> table() {
        List<String> names = headings.stream().filter(OwnRow::isName).toList();
        long without = rows.stream().filter(cells -> !isWhole(cells)).count();
        if (names.size() != without || rows.isEmpty()) {
            return List.of();
        }
        Deque<String> waiting = new ArrayDeque<>(headings);
        var table = new ArrayList<Line>();
        String open = "";
        for (List<String> cells : rows) {
            List<String> whole = cells;
            if (!isWhole(cells)) {
                while (!OwnRow.isName(waiting.getFirst())) {
                    open = open(waiting.removeFirst(), open, table);
                }
                whole = withName(cells, waiting.removeFirst());
                table.add(Line.of(OwnRow.tabbed(whole)));
                continue;
            }
            while (!waiting.isEmpty()
                    && !OwnRow.isName(waiting.getFirst())
                    && (open.isEmpty() || (!suits(open, whole, waiting) && !isNamedNext(waiting)))) {
                open = open(waiting.removeFirst(), open, table);
            }
            table.add(Line.of(OwnRow.tabbed(whole)));
        }
        return table;
    }

    private boolean isWhole(List<String> cells) {
        return cells.size() == row.columns().size() + 1;
    }

    /** True where the next heading stands over a name, which is no whole row. */
    private static boolean isNamedNext(Deque<String> waiting) {
        return waiting.stream().skip(1).findFirst().filter(OwnRow::isName).isPresent();
    }

    private static String open(String heading, String before, List<Line> table) {
        if (heading.equals("Deltog digitalt")) {
            return before;
        }
        table.add(Line.of(heading + ":"));
        return heading;
    }

    /** Whether somebody of that office, there or away, would stand under the heading rather than under one that waits. */
    private static boolean suits(String heading, List<String> cells, Deque<String> waiting) {
        Group group = group(heading);
        boolean away = cells.stream().anyMatch(cell -> cell.matches("(?i)(?:anmält förhinder|frånvarande).*"));
        if (group.status() != AttendanceStatus.PRESENT) {
            return away;
        }
        if (away && waiting.stream().anyMatch(later -> group(later).status() != AttendanceStatus.PRESENT)) {
            return false;
        }
        AttendeeRole role = group.role();
        AttendeeRole own = cells.stream()
                .skip(1)
                .flatMap(cell -> Offices.role(cell).stream())
                .findFirst()
                .orElse(null);
        boolean others = own == AttendeeRole.OFFICER
                || own == AttendeeRole.GUEST
                || own == AttendeeRole.SECRETARY
                || own == AttendeeRole.AUDITOR;
        boolean member = !others && own != AttendeeRole.SUBSTITUTE && role == AttendeeRole.MEMBER;
        return role == null ? !others : member || role == own || (others && role == AttendeeRole.GUEST);
    }

    private static Group group(String heading) {
        return Group.in(heading).map(Group.Found::group).orElseGet(Group::unnamed);
    }
}
