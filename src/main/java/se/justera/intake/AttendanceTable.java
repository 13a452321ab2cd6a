package se.justera.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the attendance is a table, by the words above its columns. */
final class AttendanceTable {

    private static final Pattern HEAD = Pattern.compile(
            "(?iu)namn(?:[\t ]+(?:organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|parti|närvaro"
                    + "|anmärkning|befattning|huvudman)){0,4}|närvaro");
    private static final Pattern HEAD_GOES_ON = Pattern.compile(
            "(?iu)organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|anmärkning|befattning");

    private static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");

    private final Attendance attendance;
    private boolean inside;
    private boolean seen;
    private boolean cellByCell;
    private boolean cellsOfOffices;
    private boolean afterOffice;
    private boolean afterName;

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
        cellsOfOffices |= goesOn && cellByCell && line.equalsIgnoreCase("uppdrag");
        return goesOn;
    }

    /** What stands under a name in a line of its own, where each cell of the table is one: an office, an organisation. */
    boolean readCellUnderName(String line) {
        boolean name = Names.isName(line) && !Organisations.isOrganisation(line);
        boolean said = cellByCell
                && ((Offices.isOffice(line) && attendance.read(line))
                        || (inside && afterName && !name && attendance.readOfLast(line)));
        afterName = cellByCell && name;
        return said;
    }

    /**
     * Our table of names, offices and organisations, taken apart cell by cell: what follows an office and is followed by
     * none is no name, whatever it looks like.
     */
    boolean readOrganisationCell(TextBlock block, @Nullable TextBlock next) {
        String cell = block.first();
        boolean organisation = afterOffice
                && cellsOfOffices
                && block.isSingle()
                && Names.isName(cell)
                && Group.in(cell).isEmpty()
                && (next == null || !Offices.isOffice(next.first()));
        afterOffice = cellByCell && Offices.isOffice(cell);
        return organisation && attendance.describeLast(cell);
    }

    /** A row of the table, or of one that has no head. */
    boolean readRow(String line) {
        if (attendance.read(line, inside || (seen && COLUMNS.matcher(line).find()))) {
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
        cellByCell &= cellsOfOffices;
    }

    boolean isSeen() {
        return seen;
    }
}
