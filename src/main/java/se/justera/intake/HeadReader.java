package se.justera.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;

/** Reads what stands before the first matter: identity, time and place, attendance, and signatures that come first. */
final class HeadReader {

    private static final Pattern TABLE_HEAD = Pattern.compile(
            "(?iu)namn(?:[\t ]+(?:organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|parti|närvaro"
                    + "|anmärkning|befattning|huvudman)){0,4}|närvaro");
    private static final Pattern TABLE_HEAD_GOES_ON = Pattern.compile(
            "(?iu)organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|anmärkning|befattning");

    private static final Pattern TWO_FACTS = Pattern.compile("(?iu)(?<first>.{3,60}?) "
            + "(?<second>(?:sammanträdesdatum|mötesdatum|datum|dnr|diarienummer|protokollsnummer)\\b.{1,60})");

    private static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");

    private final Identity identity = new Identity();
    private final MeetingFacts meeting = new MeetingFacts();
    private final Attendance attendance = new Attendance();
    private final List<TextBlock> signatures = new ArrayList<>();
    private final List<Person> adjusters = new ArrayList<>();
    private final List<Person> secretaries = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<String> emptyLabels = new ArrayList<>();
    private @Nullable String caseNumber;
    private @Nullable String paragraphs;
    private HeadLabel.@Nullable Found pending;
    private boolean inSignatures;
    private boolean inTable;
    private boolean hasTable;
    private boolean cellByCell;
    private @Nullable Integer bodySize;
    private @Nullable String remoteDecision;
    private @Nullable LocalDate adjustmentDay;
    private @Nullable String adjusterLabel;

    void read(List<TextBlock> pageHeaders, List<TextBlock> text, Wrapping wrapping) {
        var blocks = new ArrayList<>(text);
        for (TextBlock header : pageHeaders) {
            for (String line : HeadLines.joined(header, wrapping).texts()) {
                COLUMNS.splitAsStream(line).forEach(this::readPageHeader);
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).lines().isEmpty()) {
                continue;
            }
            TextBlock next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            TextBlock block = HeadLines.joined(blocks.get(i), wrapping);
            if (next != null && HeadLabel.standsAlone(block, next)) {
                blocks.set(i + 1, labelled(block.last(), next));
                block = block.to(block.lines().size() - 1);
                if (block.lines().isEmpty()) {
                    continue;
                }
            }
            if (isSignature(block, next)) {
                attendance.close();
                signatures.add(block);
                inSignatures |= (next != null && DottedLine.is(next.first())) || SignatureForm.opens(block.first());
            } else {
                block.texts().forEach(this::readLine);
            }
        }
        resolvePending();
        attendance.close();
    }

    /** The block with a label of its own set before its first line. */
    private static TextBlock labelled(String label, TextBlock block) {
        var lines = new ArrayList<>(block.lines());
        lines.set(0, Line.of(label + "\t" + block.first()));
        return new TextBlock(List.copyOf(lines), block.gap(), block.edgeBefore(), block.edgeAfter());
    }

    /** What stands on every page says whose minutes these are, or says nothing that is missed. */
    private void readPageHeader(String text) {
        HeadLabel.Found label = HeadLabel.in(text).orElse(null);
        if (label != null && !label.value().isEmpty()) {
            assign(label);
        } else if (!PageNumber.is(text) && !identity.read(withoutDate(text))) {
            identity.read(text);
        }
    }

    private boolean isSignature(TextBlock block, @Nullable TextBlock next) {
        if (inSignatures) {
            boolean fact = HeadLabel.in(block.first())
                            .filter(l -> !SignatureForm.isLabels(block.first()))
                            .isPresent()
                    || (pending != null && pending.label().accepts(block.first()));
            return !fact;
        }
        return SignatureForm.isNameThenOffice(block)
                || SignatureForm.isLabelOverLine(block, next)
                || SignatureForm.opens(block.first())
                || DottedLine.is(block.first());
    }

    private void readLine(String line) {
        HeadLabel.Found label = HeadLabel.in(line).orElse(null);
        if (label != null) {
            readLabel(label);
            return;
        }
        if (cellByCell && Offices.isOffice(line) && attendance.read(line)) {
            return;
        }
        Optional<Group.Found> group = Group.in(line);
        if (group.isPresent()) {
            resolvePending();
            openGroup(group.get());
        } else if (!readPending(line) && !readFact(line) && !readCells(line) && !readPeople(line)) {
            resolvePending();
            unread.add(line);
        }
    }

    /** "Kommunstyrelsen        Sammanträdesdatum": facts and labels beside each other. */
    private boolean readCells(String line) {
        List<String> cells = COLUMNS.splitAsStream(line).toList();
        boolean labels = cells.size() > 1
                && cells.stream()
                        .skip(1)
                        .allMatch(c ->
                                HeadLabel.in(c).isPresent() || Dates.first(c).isPresent())
                && identity.read(cells.get(0));
        if (labels) {
            cells.stream().skip(1).forEach(this::readLine);
        }
        return labels;
    }

    private void readLabel(HeadLabel.Found label) {
        resolvePending();
        attendance.close();
        inTable = false;
        if (label.label() == HeadLabel.SIGNATURES) {
            inSignatures = true;
        } else if (label.value().isEmpty()) {
            pending = label;
        } else {
            assign(label);
        }
    }

    private boolean readPending(String line) {
        HeadLabel.Found waiting = pending;
        if (waiting == null || !waiting.label().accepts(line)) {
            return false;
        }
        boolean more = waiting.label() == HeadLabel.ADJUSTER;
        pending = more ? new HeadLabel.Found(waiting.label(), "", "") : null;
        assign(new HeadLabel.Found(waiting.label(), waiting.written(), line));
        return true;
    }

    private void resolvePending() {
        if (pending != null && !pending.written().isEmpty()) {
            emptyLabels.add(pending.written());
        }
        pending = null;
    }

    private void assign(HeadLabel.Found found) {
        String value = found.value();
        boolean read = switch (found.label()) {
            case DATE, TIME -> readWhen(value);
            case PLACE_AND_TIME -> {
                meeting.readPlaceAndWhen(value);
                yield true;
            }
            case PLACE -> {
                meeting.readPlace(value);
                yield true;
            }
            case CASE_NUMBER -> readCaseNumber(value);
            case NUMBER, SESSION -> {
                identity.readTitleLabel(found.written());
                yield identity.readNumber(value);
            }
            case MODE -> {
                meeting.readMode(value);
                yield true;
            }
            case MEMBERS -> {
                bodySize = Integer.valueOf(value);
                yield true;
            }
            case REMOTE_DECISION -> {
                remoteDecision = value;
                yield true;
            }
            case BODY -> {
                identity.readBodyLabel(value);
                yield true;
            }
            case PARAGRAPHS -> readParagraphs(value);
            case ADJUSTER -> readAdjusters(found);
            case SECRETARY -> readSecretary(found);
            case ADJUSTMENT -> readAdjustment(value);
            case SIGNATURES -> false;
        };
        if (!read) {
            unread.add(found.written().isEmpty() ? value : found.written() + ": " + value);
        }
    }

    private boolean readWhen(String value) {
        String left = meeting.readWhen(value);
        if (left.equals(value)) {
            return false;
        }
        if (!left.isEmpty()) {
            unread.add(left);
        }
        return true;
    }

    private boolean readCaseNumber(String value) {
        if (caseNumber != null && !caseNumber.equals(value)) {
            return false;
        }
        caseNumber = value;
        return true;
    }

    private boolean readParagraphs(String value) {
        if (!HeadLabel.PARAGRAPHS.accepts(value)) {
            return false;
        }
        paragraphs = value;
        return true;
    }

    private boolean readAdjusters(HeadLabel.Found found) {
        boolean read = readPersons(found.value(), adjusters);
        if (read && SignatureForm.label(found.written()).isPresent()) {
            adjusterLabel = found.written();
        }
        return read;
    }

    /** The day of the adjustment, if the text says nothing besides it. */
    private boolean readAdjustment(String value) {
        Dates.Found found = Dates.first(value).orElse(null);
        if (found == null || adjustmentDay != null) {
            return false;
        }
        adjustmentDay = found.date();
        return MeetingFacts.isFiller(value.substring(0, found.from()) + " " + value.substring(found.to()));
    }

    private boolean readSecretary(HeadLabel.Found found) {
        boolean read = readPersons(found.value(), secretaries);
        if (read) {
            secretaries.forEach(p -> attendance.add(p, found.written(), AttendeeRole.SECRETARY));
        }
        return read;
    }

    private static boolean readPersons(String value, List<Person> persons) {
        People people = People.of(value);
        persons.addAll(people.all());
        return !people.all().isEmpty() && people.unread().isEmpty();
    }

    private void openGroup(Group.Found found) {
        inTable = false;
        cellByCell = false;
        attendance.open(found.group());
        if (!found.value().isEmpty() && !attendance.read(found.value())) {
            unread.add(found.value());
        }
    }

    private boolean readFact(String line) {
        if (TABLE_HEAD.matcher(line).matches()) {
            if (!attendance.isOpen()) {
                attendance.open(Group.unnamed());
            }
            inTable = true;
            cellByCell = line.equalsIgnoreCase("namn");
            hasTable |= line.length() > "närvaro".length();
            return true;
        }
        if (inTable && TABLE_HEAD_GOES_ON.matcher(line).matches()) {
            hasTable = true;
            return true;
        }
        if (identity.read(withoutDate(line)) || identity.read(line) || readTwoFacts(line)) {
            attendance.close();
            return true;
        }
        return Dates.first(line).isPresent() && line.length() < 80 && readBareWhen(line);
    }

    /** "Styrelsen Sammanträdesdatum 2022-06-13", whose gap was lost. */
    private boolean readTwoFacts(String line) {
        Matcher m = TWO_FACTS.matcher(line);
        HeadLabel.Found second = m.matches() ? HeadLabel.in(m.group("second")).orElse(null) : null;
        if (second == null || second.value().isEmpty() || !identity.read(m.group("first"))) {
            return false;
        }
        assign(second);
        return true;
    }

    /** A title with its meeting's date in it: "Protokoll styrelsemöte 2022-06-13". */
    private String withoutDate(String line) {
        Dates.Found found = line.length() < 150 ? Dates.first(line).orElse(null) : null;
        if (found == null) {
            return "";
        }
        String front = line.substring(0, found.from()).replaceFirst("(?iu)[ ,(-]*(?:den)? *$", "");
        String back = line.substring(found.to()).replaceFirst("^[ ,)]+", "");
        boolean title = new Identity().read((front + " " + back).strip());
        if (title) {
            meeting.readWhen(found.date().toString());
        }
        return title ? (front + " " + back).strip() : "";
    }

    private boolean readBareWhen(String line) {
        return meeting.date() == null && MeetingFacts.isFiller(new MeetingFacts().readWhen(line)) && readWhen(line);
    }

    private boolean readPeople(String line) {
        if (attendance.read(line, inTable)) {
            return true;
        }
        People people = People.of(line);
        boolean row = line.contains("\t")
                && !people.all().isEmpty()
                && people.unread().isEmpty();
        if (row && !attendance.isOpen()) {
            attendance.open(Group.unnamed());
            hasTable = true;
            inTable = true;
            return attendance.read(line, true);
        }
        return identity.association() == null && unread.isEmpty() && identity.readUnknownName(line);
    }

    Identity identity() {
        return identity;
    }

    MeetingFacts meeting() {
        return meeting;
    }

    Attendance attendance() {
        return attendance;
    }

    List<TextBlock> signatures() {
        return List.copyOf(signatures);
    }

    List<Person> adjusters() {
        return List.copyOf(adjusters);
    }

    List<Person> secretaries() {
        return List.copyOf(secretaries);
    }

    /** The decision that lets members attend at a distance, as written. */
    @Nullable
    String remoteDecision() {
        return remoteDecision;
    }

    /** How many members the body has, where the head says so. */
    @Nullable
    Integer bodySize() {
        return bodySize;
    }

    /** True where the attendance is a table with columns. */
    boolean hasTable() {
        return hasTable;
    }

    @Nullable
    LocalDate adjustmentDay() {
        return adjustmentDay;
    }

    /** What stands before the adjusters' names, if it can stand above their signatures: "Justerare". */
    @Nullable
    String adjusterLabel() {
        return adjusterLabel;
    }

    List<String> unread() {
        return List.copyOf(unread);
    }

    List<String> emptyLabels() {
        return List.copyOf(emptyLabels);
    }

    @Nullable
    String caseNumber() {
        return caseNumber;
    }

    @Nullable
    String paragraphs() {
        return paragraphs;
    }
}
