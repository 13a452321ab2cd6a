package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands before the first matter: identity, time and place, attendance, and signatures that come first. */
final class HeadReader {

    /** What stands over the columns beside the names. */
    private static final Pattern OVER_COLUMNS =
            Pattern.compile("(?iu)(?:(?:närvarande|närvaro|frånvarande|tjänstgörande|parti|ja|nej)[\\s/]*){1,6}");

    /** "0002/15 (§§ 13 t o m 17)". */
    private static final Pattern WITH_RANGE = Pattern.compile("(?<number>.{1,40}?) ?\\((?<range>§.{1,30})\\)[ \\d()]*");

    private final HeadFacts facts = new HeadFacts();
    private final Attendance attendance = facts.attendance();
    private final TitleLines titles = new TitleLines(facts);
    private final AttendanceTable table = new AttendanceTable(attendance);
    private final List<TextBlock> signatures = new ArrayList<>();
    private final List<TextBlock> notice = new ArrayList<>();
    private final List<String> emptyLabels = new ArrayList<>();
    private HeadLabel.@Nullable Found pending;
    private boolean inSignatures;

    void read(List<TextBlock> pageHeaders, List<TextBlock> text, Wrapping wrapping) {
        pageHeaders.forEach(header -> titles.readPageHeader(header, wrapping));
        List<TextBlock> rows = ColumnsApart.joined(CoverRows.of(text));
        int start = Notice.start(rows);
        int end = Notice.end(rows, start);
        var blocks = new ArrayList<>(rows.subList(0, start));
        blocks.addAll(rows.subList(end, rows.size()));
        notice.addAll(rows.subList(start, end));
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
        if (inSignatures && isFactOverMore(blocks.get(at))) {
            readLine(blocks.get(at).first());
            blocks.set(at, blocks.get(at).from(1));
            readBlock(blocks, at, wrapping);
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
        } else if (!table.readOrganisationCell(block, next)) {
            block.texts().forEach(this::readLine);
        }
    }

    /** "Paragrafer 12–18" over the name that signs beside it. */
    private static boolean isFactOverMore(TextBlock block) {
        return !block.isSingle()
                && HeadLabel.in(block.first())
                        .filter(l -> l.label() == HeadLabel.PARAGRAPHS)
                        .filter(l -> !l.value().isEmpty())
                        .isPresent();
    }

    /** The block with a label of its own set before its first line. */
    private static TextBlock labelled(String label, TextBlock block) {
        var lines = new ArrayList<>(block.lines());
        lines.set(0, Line.of(label + "\t" + block.first()));
        return new TextBlock(List.copyOf(lines), block.gap(), block.edgeBefore(), block.edgeAfter());
    }

    private boolean isSignature(TextBlock block, @Nullable TextBlock next) {
        if (inSignatures) {
            boolean fact = HeadLabel.in(block.first())
                            .filter(l -> !SignatureForm.isLabels(block.first()))
                            .filter(l -> !l.value().isEmpty() || !Offices.isOffice(block.first()))
                            .isPresent()
                    || (pending != null && pending.label().accepts(block.first()));
            return !fact || areLabelledSigners(block);
        }
        return SignatureForm.isNameThenOffice(block)
                || SignatureForm.isLabelOverLine(block, next)
                || SignatureForm.opens(block.first())
                || DottedLine.is(block.first());
    }

    /** "Sekreterare  Bo Ask" over "Ordförande  Eva Öst": rows of signers rather than facts. */
    private static boolean areLabelledSigners(TextBlock block) {
        return !block.isSingle()
                && block.texts().stream()
                        .map(line -> SignatureReader.COLUMNS.split(line))
                        .allMatch(cells -> cells.length == 2
                                && SignatureForm.label(cells[0]).isPresent()
                                && Names.isName(cells[1]));
    }

    private void readLine(String line) {
        HeadLabel.Found label = HeadLabel.in(line).orElse(null);
        if (label != null) {
            readLabel(label);
            return;
        }
        if (table.readCellUnderName(line)) {
            return;
        }
        Optional<Group.Found> group = Group.in(line).filter(g -> !isAwaitedPlace(g));
        if (group.isPresent()) {
            resolvePending();
            openGroup(group.get());
        } else if (!readPending(line)
                && !readFact(line)
                && !readCells(line)
                && !table.readRow(line)
                && !AdjustmentLines.sayWho(line, facts)
                && !titles.readUnknownName(line)) {
            resolvePending();
            facts.keep(line);
        }
    }

    /** "Tingshuset och digitalt via Teams" right under "Plats:" heads no people. */
    private boolean isAwaitedPlace(Group.Found found) {
        boolean place =
                pending != null && (pending.label() == HeadLabel.PLACE || pending.label() == HeadLabel.PLACE_AND_TIME);
        return place && found.value().isEmpty() && found.group().isOnlyRemote();
    }

    private boolean readCells(String line) {
        List<String> cells = titles.labelsBesideIdentity(line);
        cells.stream().filter(cell -> !cell.isEmpty()).forEach(this::readLine);
        return !cells.isEmpty();
    }

    private void readLabel(HeadLabel.Found label) {
        boolean same = pending != null
                && pending.label() == label.label()
                && !label.value().isEmpty();
        pending = same ? null : pending;
        resolvePending();
        attendance.close();
        table.leave();
        if (label.label() == HeadLabel.SIGNATURES) {
            inSignatures = true;
        } else if (label.label() == HeadLabel.PART) {
            inSignatures &= !label.written().toLowerCase(Locale.ROOT).startsWith("närvaro");
        } else if (label.value().isEmpty()) {
            pending = label;
        } else {
            Matcher range = WITH_RANGE.matcher(label.value());
            boolean both = label.label() == HeadLabel.CASE_NUMBER && range.matches();
            facts.assign(both ? new HeadLabel.Found(label.label(), label.written(), range.group("number")) : label);
            if (both) {
                facts.assign(new HeadLabel.Found(HeadLabel.PARAGRAPHS, "Paragrafer", range.group("range")));
            }
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
        table.beginGroup();
        attendance.open(found.group());
        boolean words = OVER_COLUMNS.matcher(found.value()).matches();
        if (!found.value().isEmpty() && !words && !attendance.read(found.value())) {
            facts.keep(found.group().heading() + ": " + found.value());
        }
    }

    private boolean readFact(String line) {
        if (table.readHead(line)) {
            return true;
        }
        if (titles.read(line)) {
            attendance.close();
            return true;
        }
        return titles.readBareWhen(line);
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
        return table.isSeen();
    }

    List<String> emptyLabels() {
        return List.copyOf(emptyLabels);
    }
}
