package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Places for signatures in rows, each with a label above the name; an office may stand under it. As many labels stand
 * right above a row of names as it has names; what is left between two rows are offices, and what else a page ends with.
 */
final class SignatureSpaces {

    /** What begins a text that stands at the edge of a page. */
    static final String EDGE = "\f\f";

    private final boolean inRows;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private List<String> others = new ArrayList<>();

    private SignatureSpaces(boolean inRows) {
        this.inRows = inRows;
    }

    /**
     * One place or more beside each other.
     *
     * @param offices as many as there are names, or fewer
     */
    record Row(List<String> labels, List<String> names, List<String> offices) {}

    /**
     * @param seen who has a place already
     * @param inRows whether places beside each other are read from left to right, else there is one under the other
     */
    static SignatureSpaces of(List<String> texts, Set<String> seen, boolean inRows) {
        var spaces = new SignatureSpaces(inRows);
        var names = new ArrayList<String>();
        for (String text : texts) {
            boolean name = isName(text);
            if (name && !seen.add(text)) {
                continue;
            }
            if (name && (inRows || names.isEmpty())) {
                names.add(text);
            } else {
                spaces.add(names);
                names.clear();
                spaces.others.add(text);
            }
        }
        spaces.add(names);
        spaces.giveOffices();
        spaces.leave();
        return spaces;
    }

    static boolean isName(String text) {
        return Names.isName(text)
                && !OfficeLine.isOffice(text)
                && !OfficeLine.isOffice(text.substring(0, text.indexOf(' ')));
    }

    private void add(List<String> names) {
        int labels = others.size() - names.size();
        boolean labelled =
                labels >= 0 && others.subList(labels, others.size()).stream().noneMatch(text -> text.startsWith(EDGE));
        if (names.isEmpty() || !labelled) {
            others.addAll(names);
            return;
        }
        List<String> above = List.copyOf(others.subList(labels, others.size()));
        others = new ArrayList<>(others.subList(0, labels));
        giveOffices();
        leave();
        rows.add(new Row(above, List.copyOf(names), new ArrayList<>()));
    }

    /** To the last row what stands under it on its page: in a column all of it, in rows one office for each name at most. */
    private void giveOffices() {
        if (rows.isEmpty()) {
            return;
        }
        Row row = rows.get(rows.size() - 1);
        List<String> under =
                others.stream().takeWhile(text -> !text.startsWith(EDGE)).toList();
        boolean all = under.size() <= row.names().size();
        if (!inRows && !under.isEmpty()) {
            row.offices().add(Wrapping.joined(under));
            others = new ArrayList<>(others.subList(under.size(), others.size()));
            return;
        }
        for (String office : under) {
            if (row.offices().size() < row.names().size() && (all || OfficeLine.isOffice(office))) {
                row.offices().add(others.remove(0));
            } else {
                break;
            }
        }
    }

    private void leave() {
        others.stream()
                .map(text -> text.startsWith(EDGE) ? text.substring(EDGE.length()) : text)
                .filter(text -> !text.isEmpty())
                .forEach(unread::add);
        others = new ArrayList<>();
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What is no signature. */
    List<String> unread() {
        return List.copyOf(unread);
    }
}
