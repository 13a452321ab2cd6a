package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands before the first matter: identity, time and place, attendance, and signatures that come first. */
final class HeadReader {

    private static final Pattern TABLE_HEAD = Pattern.compile(
            "(?iu)namn(?:[\t ]+(?:organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|parti|närvaro"
                    + "|anmärkning|befattning|huvudman)){0,4}|närvaro");
    private static final Pattern TABLE_HEAD_GOES_ON = Pattern.compile(
            "(?iu)organisation|funktion|roll|representerar|företräder|part|titel|uppdrag|anmärkning|befattning");

    private static final Pattern TWO_FACTS = Pattern.compile("(?iu)(?<first>.{3,60}?) "
            + "(?<second>(?:sammanträdesdatum|mötesdatum|datum|dnr|diarienummer|protokollsnummer)\\b.{1,60})");

    private static final Pattern DAY_FIRST =
            Pattern.compile("(?iu)(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? ?,? (?:den )?|den )\\d{1,2}\\b.*");
    private static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");

    private final HeadFacts facts = new HeadFacts();
    private final Identity identity = facts.identity();
    private final MeetingFacts meeting = facts.meeting();
    private final Attendance attendance = facts.attendance();
    private final List<TextBlock> signatures = new ArrayList<>();
    private final List<TextBlock> notice = new ArrayList<>();
    private final List<String> emptyLabels = new ArrayList<>();
    private HeadLabel.@Nullable Found pending;
    private boolean inSignatures;
    private boolean inTable;
    private boolean hasTable;
    private boolean cellByCell;
    private boolean cellsOfOffices;
    private boolean afterOffice;

    void read(List<TextBlock> pageHeaders, List<TextBlock> text, Wrapping wrapping) {
        pageHeaders.forEach(header -> readPageHeader(header, wrapping));
        List<TextBlock> rows = CoverRows.of(text);
        int end = Notice.start(rows);
        var blocks = new ArrayList<>(rows.subList(0, end));
        notice.addAll(rows.subList(end, rows.size()));
        for (int i = 0; i < blocks.size(); i++) {
            readBlock(blocks, i, wrapping);
        }
        resolvePending();
        attendance.close();
    }

    private void readBlock(List<TextBlock> blocks, int at, Wrapping wrapping) {
        if (blocks.get(at).lines().isEmpty()) {
            return;
        }
        TextBlock next = at + 1 < blocks.size() ? blocks.get(at + 1) : null;
        TextBlock block = HeadLines.joined(blocks.get(at), wrapping);
        if (next != null && HeadLabel.standsAlone(block, next)) {
            blocks.set(at + 1, labelled(block.last(), next));
            block = block.to(block.lines().size() - 1);
        }
        if (block.lines().isEmpty()) {
            return;
        }
        if (isSignature(block, next)) {
            attendance.close();
            signatures.add(block);
            inSignatures |= (next != null && DottedLine.is(next.first())) || SignatureForm.opens(block.first());
        } else if (!isOrganisationCell(block, next)) {
            afterOffice = cellByCell && Offices.isOffice(block.first());
            block.texts().forEach(this::readLine);
        }
    }

    /**
     * Our table of names, offices and organisations, taken apart cell by cell: what follows an office and is followed by
     * none is no name, whatever it looks like.
     */
    private boolean isOrganisationCell(TextBlock block, @Nullable TextBlock next) {
        String cell = block.first();
        boolean organisation = afterOffice
                && cellsOfOffices
                && block.isSingle()
                && Names.isName(cell)
                && Group.in(cell).isEmpty()
                && (next == null || !Offices.isOffice(next.first()));
        afterOffice = false;
        return organisation && attendance.describeLast(cell);
    }

    /** The block with a label of its own set before its first line. */
    private static TextBlock labelled(String label, TextBlock block) {
        var lines = new ArrayList<>(block.lines());
        lines.set(0, Line.of(label + "\t" + block.first()));
        return new TextBlock(List.copyOf(lines), block.gap(), block.edgeBefore(), block.edgeAfter());
    }

    /** What stands on every page says whose minutes these are, or says nothing that is missed. */
    private void readPageHeader(TextBlock header, Wrapping wrapping) {
        HeadLabel.Found waiting = null;
        for (String line : HeadLines.joined(header, wrapping).texts()) {
            for (String text : COLUMNS.splitAsStream(line).toList()) {
                HeadLabel.Found label = HeadLabel.in(text).orElse(null);
                if (label != null && !label.value().isEmpty()) {
                    facts.assign(label);
                } else if (label != null) {
                    waiting = label;
                } else if (waiting != null && waiting.label().accepts(text)) {
                    facts.assign(new HeadLabel.Found(waiting.label(), waiting.written(), text));
                    waiting = null;
                } else if (!PageNumber.is(text) && !identity.read(withoutDate(text)) && !identity.read(text)) {
                    identity.readOwner(text);
                }
            }
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
        Optional<Group.Found> group = isPlaceOnline(line) ? Optional.empty() : Group.in(line);
        if (group.isPresent()) {
            resolvePending();
            openGroup(group.get());
        } else if (!readPending(line) && !readFact(line) && !readCells(line) && !readPeople(line)) {
            resolvePending();
            facts.keep(line);
        }
    }

    /** "Digitalt via Zoom" under "Plats", which is no heading of those who took part so. */
    private boolean isPlaceOnline(String line) {
        return pending != null
                && pending.label() == HeadLabel.PLACE
                && line.matches("(?iu)(?:digitalt|på distans),? \\p{L}.*");
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
        boolean same = pending != null
                && pending.label() == label.label()
                && !label.value().isEmpty();
        pending = same ? null : pending;
        resolvePending();
        attendance.close();
        inTable = false;
        if (label.label() == HeadLabel.SIGNATURES) {
            inSignatures = true;
        } else if (label.label() == HeadLabel.PART) {
            return;
        } else if (label.value().isEmpty()) {
            pending = label;
        } else {
            facts.assign(label);
        }
    }

    private boolean readPending(String line) {
        HeadLabel.Found waiting = pending;
        if (waiting == null || !waiting.label().accepts(line)) {
            return false;
        }
        boolean more = waiting.label() == HeadLabel.ADJUSTER;
        pending = more ? new HeadLabel.Found(waiting.label(), "", "") : null;
        facts.assign(new HeadLabel.Found(waiting.label(), waiting.written(), line));
        return true;
    }

    private void resolvePending() {
        if (pending != null && !pending.written().isEmpty()) {
            emptyLabels.add(pending.written());
        }
        pending = null;
    }

    private void openGroup(Group.Found found) {
        inTable = false;
        cellByCell &= cellsOfOffices;
        attendance.open(found.group());
        if (!found.value().isEmpty() && !attendance.read(found.value())) {
            facts.keep(found.group().heading() + ": " + found.value());
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
            cellsOfOffices |= cellByCell && line.equalsIgnoreCase("uppdrag");
            hasTable = true;
            return true;
        }
        if (identity.read(withoutDate(line)) || identity.read(line) || readTwoFacts(line)) {
            attendance.close();
            return true;
        }
        return Dates.first(line).isPresent() && line.length() < 120 && readBareWhen(line);
    }

    /** "Styrelsen Sammanträdesdatum 2022-06-13", whose gap was lost. */
    private boolean readTwoFacts(String line) {
        Matcher m = TWO_FACTS.matcher(line);
        HeadLabel.Found second = m.matches() ? HeadLabel.in(m.group("second")).orElse(null) : null;
        if (second == null || second.value().isEmpty() || !identity.read(m.group("first"))) {
            return false;
        }
        facts.assign(second);
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

    /** True for a line that begins with the day of a meeting. */
    static boolean isDay(String line) {
        return line.length() < 120 && DAY_FIRST.matcher(line).matches();
    }

    /** "tisdagen den 12 mars 2024 kl. 09.00 i Brandstationen": a day, perhaps with a time and a place after it. */
    private boolean readBareWhen(String line) {
        if (meeting.date() == null && DAY_FIRST.matcher(line).matches()) {
            return facts.readPlaceAndWhen(line);
        }
        return meeting.date() == null
                && MeetingFacts.isFiller(new MeetingFacts().readWhen(line))
                && facts.readWhen(line);
    }

    private boolean readPeople(String line) {
        if (attendance.read(line, inTable || (hasTable && COLUMNS.matcher(line).find()))) {
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
        return identity.association() == null && facts.unread().isEmpty() && identity.readUnknownName(line);
    }

    HeadFacts facts() {
        return facts;
    }

    List<TextBlock> signatures() {
        return List.copyOf(signatures);
    }

    /** The notice board's notice that some print on the cover, beginning with its heading. */
    List<TextBlock> notice() {
        return List.copyOf(notice);
    }

    /** True where the attendance is a table with columns. */
    boolean hasTable() {
        return hasTable;
    }

    List<String> emptyLabels() {
        return List.copyOf(emptyLabels);
    }
}
