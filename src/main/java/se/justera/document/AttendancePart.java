package se.justera.document;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.justera.document.AttendanceList.Group;
import se.justera.document.AttendanceList.Person;
import se.justera.minutes.Draft.AttendanceForm;

/** Writes who attended: one name a line, in groups, or as a table. */
final class AttendancePart {

    /** Longer groups stand below each other: a column cannot go on on the next page. */
    private static final int LONGEST_COLUMN = 12;

    /** Larger groups of the table may break over pages. */
    private static final int LARGEST_WHOLE_GROUP = 6;

    private static final String NOTHING = "–";

    private final Markup out;
    private final Labels labels;
    private final AttendanceList list;

    AttendancePart(Markup out, Labels labels, AttendanceList list) {
        this.out = out;
        this.labels = labels;
        this.list = list;
    }

    /** @param form absent for the table */
    void write(@Nullable AttendanceForm form) {
        out.element("h2", labels.of("attendance"), "id", "attendance");
        if (form == AttendanceForm.LIST) {
            list.groups().forEach(this::lines);
        } else if (form == AttendanceForm.GROUPS) {
            groups();
        } else {
            table(Person::note, false);
        }
    }

    /** The table with rows that say all of somebody, so that each can be read alone: aloud, or taken out as text. */
    void writeRowsInFull() {
        out.element("h2", labels.of("attendance"), "id", "attendance");
        table(person -> person.note(labels), true);
    }

    /** The group's heading as a small word above its names, who attended online among the others. */
    private void lines(Group group) {
        out.element("p", group.heading(), "class", "group-word");
        names(group.people(), person -> person.details(labels));
    }

    private void groups() {
        boolean paired = list.groups().stream().allMatch(group -> group.people().size() <= LONGEST_COLUMN);
        if (!paired) {
            list.groups().forEach(this::group);
            return;
        }
        for (int i = 0; i < list.groups().size(); i += 2) {
            out.open("div", "class", "group-pair");
            for (Group group :
                    list.groups().subList(i, Math.min(i + 2, list.groups().size()))) {
                out.open("div", "class", "group-column");
                group(group);
                out.close();
            }
            out.close();
        }
    }

    private void group(Group group) {
        out.element("h3", group.heading(), "class", "group-head");
        names(group.inTheRoom(), Person::details);
        if (!group.remote().isEmpty()) {
            out.element("h4", Labels.capital(labels.of("attendance.remote")));
            names(group.remote(), Person::details);
        }
    }

    private void names(List<Person> people, Function<Person, String> details) {
        if (people.isEmpty()) {
            return;
        }
        out.open("ul", "class", "names");
        for (Person person : people) {
            String more = details.apply(person);
            out.open("li").element("span", person.name(), "class", "person");
            if (!more.isEmpty()) {
                out.element("span", person.name().isEmpty() ? more : ", " + more);
            }
            out.close();
        }
        out.close();
    }

    private void table(Function<Person, String> note, boolean inFull) {
        var columns = List.of(
                new Column("role", Person::office),
                new Column("represents", Person::represents),
                new Column("note", note));
        List<Column> used =
                columns.stream().filter(column -> list.has(column.value())).toList();
        out.open("table", "class", "attendance").open("thead").open("tr");
        out.element("th", labels.of("attendance.name"), "scope", "col", "class", "name");
        used.forEach(column ->
                out.element("th", labels.of("attendance." + column.name()), "scope", "col", "class", column.name()));
        out.close().close();
        for (Group group : list.groups()) {
            out.open("tbody", "class", group.people().size() <= LARGEST_WHOLE_GROUP ? "few" : "many");
            groupRow(group.heading(), "group", used.size() + 1);
            if (inFull || group.remote().isEmpty()) {
                group.people().forEach(person -> row(person, used, inFull));
            } else {
                group.inTheRoom().forEach(person -> row(person, used, inFull));
                groupRow(Labels.capital(labels.of("attendance.remote")), "group remote", used.size() + 1);
                group.remote().forEach(person -> row(person, used, inFull));
            }
            out.close();
        }
        out.close();
    }

    private void groupRow(String heading, String kind, int columns) {
        out.open("tr", "class", kind);
        out.element("th", heading, "scope", "col", "colspan", String.valueOf(columns));
        out.close();
    }

    private void row(Person person, List<Column> columns, boolean inFull) {
        out.open("tr").element("th", person.name(), "scope", "row");
        for (Column column : columns) {
            String cell = Labels.capital(column.value().apply(person));
            if (cell.isEmpty() && inFull) {
                out.element("td", NOTHING, "class", "none");
            } else {
                out.element("td", cell);
            }
        }
        out.close();
    }

    /** A column of the attendance table. */
    private record Column(String name, Function<Person, String> value) {}
}
