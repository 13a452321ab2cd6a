package se.justera.intake;

import java.util.regex.Pattern;

/** Whether the attendance is a table, by the words above its columns. */
final class AttendanceTable {

    private static final Pattern HEAD = Pattern.compile(
            "(?iu)namn(?:[\t ]+(?:organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|parti|närvaro"
                    + "|anmärkning|befattning|huvudman)){0,4}|närvaro");
    private static final Pattern HEAD_GOES_ON = Pattern.compile(
            "(?iu)organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|anmärkning|befattning");

    private final Attendance attendance;
    private boolean inside;
    private boolean seen;
    private boolean cellByCell;

    AttendanceTable(Attendance attendance) {
        this.attendance = attendance;
    }

    boolean readHead(String line) {
        if (HEAD.matcher(line).matches()) {
            if (!attendance.isOpen()) {
                attendance.open(Group.unnamed());
            }
            inside = true;
            cellByCell = line.equalsIgnoreCase("namn");
            seen |= line.length() > "närvaro".length();
            return true;
        }
        boolean goesOn = inside && HEAD_GOES_ON.matcher(line).matches();
        seen |= goesOn;
        return goesOn;
    }

    /** An office in a line of its own, where each cell of the table is one. */
    boolean readOfficeCell(String line) {
        return cellByCell && Offices.isOffice(line) && attendance.read(line);
    }

    /** A row of the table, or of one that has no head. */
    boolean readRow(String line) {
        if (attendance.read(line, inside)) {
            return true;
        }
        People people = People.of(line);
        boolean row = line.contains("\t")
                && !people.all().isEmpty()
                && people.unread().isEmpty();
        if (!row || attendance.isOpen()) {
            return false;
        }
        attendance.open(Group.unnamed());
        seen = true;
        inside = true;
        return attendance.read(line, true);
    }

    void leave() {
        inside = false;
    }

    void beginGroup() {
        inside = false;
        cellByCell = false;
    }

    boolean isSeen() {
        return seen;
    }
}
