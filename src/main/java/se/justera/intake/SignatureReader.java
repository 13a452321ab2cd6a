package se.justera.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/**
 * Reads the places for signatures: the label above the name ("Justerande / ..... / Bo Ask"), the office under it ("Bo
 * Ask / Ordförande"), both in one line, or two signers beside each other.
 */
final class SignatureReader {

    static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");

    private final SignerNames names;
    private final SignatureRows rows;
    private final List<TextBlock> unread = new ArrayList<>();
    private boolean labelIsAbove;
    private boolean namesFollow;

    /**
     * @param knownNames the names of the attendance, to tell two names in one line apart
     * @param roles what offices people hold by the attendance
     */
    SignatureReader(Set<String> knownNames, Map<String, AttendeeRole> roles) {
        this.names = new SignerNames(knownNames);
        this.rows = new SignatureRows(names, roles);
    }

    /** The places of our own pages, which need no reading. */
    void read(OwnSignatures own) {
        own.rows().forEach(row -> {
            rows.label(row.labels().stream().map(SignatureLabel::of).toList());
            rows.begin(row.names());
            if (row.offices().size() == row.names().size()) {
                rows.giveOffices(row.offices());
            } else {
                row.offices().forEach(office -> rows.giveOffices(List.of(office)));
            }
        });
    }

    void read(List<TextBlock> blocks) {
        for (int b = 0; b < blocks.size(); b++) {
            TextBlock block = blocks.get(b);
            namesFollow = blocks.subList(b + 1, blocks.size()).stream()
                    .flatMap(later -> later.texts().stream())
                    .anyMatch(line ->
                            !names.in(line).isEmpty() || HeadLabel.in(line).isPresent());
            for (int i = 0; i < block.lines().size(); i++) {
                Line line = block.lines().get(i);
                if (!readLine(line.text(), block, i)) {
                    unread.add(new TextBlock(List.of(line), block.gap(), false, false));
                }
            }
        }
    }

    private boolean readLine(String line, TextBlock block, int at) {
        return DottedLine.is(line)
                || SignatureForm.bare(line).matches("(?iu)underskrifter|signaturer")
                || readOffices(line, block, at)
                || readLabel(line)
                || readNames(line)
                || readLabelAndName(line);
    }

    /** The office of whoever stands right above it, unless offices here stand above names. */
    private boolean readOffices(String line, TextBlock block, int at) {
        Optional<SignatoryRole> roleWord = SignatureForm.label(line);
        boolean sameBlock = !block.first().equals(line);
        List<String> offices = OfficeLine.of(line, rows.waiting());
        boolean lastLine = !namesFollow && at == block.lines().size() - 1;
        if (rows.waiting() == 0 || (labelIsAbove && roleWord.isPresent() && !lastLine) || offices.isEmpty()) {
            return false;
        }
        boolean nextLabel = !sameBlock
                && namesFollow
                && rows.firstWaitingIsLabelled()
                && roleWord.filter(r -> r == SignatoryRole.ADJUSTER).isPresent();
        if (nextLabel || SignatureForm.opens(line) || (roleWord.isPresent() && OfficeLine.isOverName(block, at))) {
            return false;
        }
        rows.giveOffices(offices);
        return true;
    }

    /** A label above names, or one above each of two columns. */
    private boolean readLabel(String line) {
        if (line.length() > 160) {
            return false;
        }
        List<String> cells =
                COLUMNS.splitAsStream(line).filter(c -> !DottedLine.is(c)).toList();
        List<SignatureLabel> found = cells.stream().flatMap(SignatureLabel::in).toList();
        if (found.isEmpty() || found.size() < cells.size()) {
            return false;
        }
        rows.label(found);
        labelIsAbove |= rows.isEmpty() && !SignatureForm.opens(line);
        return true;
    }

    private boolean readNames(String line) {
        List<String> alone = names.in(line);
        if (!alone.isEmpty()) {
            rows.begin(alone);
            return true;
        }
        People people = line.length() > 200 ? People.of("") : People.of(line.replaceAll("^\\(|\\)$", ""));
        if (people.all().isEmpty()
                || !people.unread().isEmpty()
                || people.all().stream().anyMatch(rows::saysMoreOfSigner)
                || (Wrapping.isTerminated(line) && !line.endsWith(")"))) {
            return false;
        }
        people.all().forEach(rows::begin);
        return true;
    }

    /** "Vid protokollet: Nora Falk", "Ordförande Vera Lind". */
    private boolean readLabelAndName(String line) {
        String[] words = line.length() > 120 ? new String[0] : line.split("[ :\t]+");
        for (int count = Math.min(3, words.length - 2); count >= 1; count--) {
            Optional<SignatureLabel> found = SignatureLabel.in(
                            String.join(" ", Arrays.asList(words).subList(0, count)))
                    .findFirst();
            String rest = String.join(" ", Arrays.asList(words).subList(count, words.length));
            if (found.isPresent() && !People.of(rest).all().isEmpty()) {
                rows.labelOnly(found.get());
                return readNames(rest);
            }
        }
        return false;
    }

    /** Everybody who signs, each once, in the order of the page. */
    List<Signatory> signatories() {
        return rows.signatories();
    }

    boolean namesAnybody() {
        return !rows.isEmpty();
    }

    /** Labels that say again what the one before them said. */
    List<String> leftOut() {
        return rows.leftOut();
    }

    /** Lines that are no signature, each as a block of its own. */
    List<TextBlock> unread() {
        return List.copyOf(unread);
    }
}
