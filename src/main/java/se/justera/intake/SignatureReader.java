package se.justera.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/**
 * Reads the places for signatures: the label above the name ("Justerande / ..... / Bo Ask"), the office under it ("Bo
 * Ask / Ordförande"), both in one line, or two signers beside each other.
 */
final class SignatureReader {

    private static final Pattern COLUMNS = Pattern.compile("\t+| {2,}");

    private final Set<String> known;
    private final Map<String, AttendeeRole> roles;
    private final List<Signer> signers = new ArrayList<>();
    private final Set<String> signed = new HashSet<>();
    private final List<TextBlock> unread = new ArrayList<>();
    private List<Signer> waiting = List.of();
    private List<Signer> run = List.of();
    private final List<String> leftOut = new ArrayList<>();
    private List<Label> labels = List.of();
    private boolean labelIsUnused;
    private boolean labelIsAbove;

    /**
     * @param knownNames the names of the attendance, to tell two names in one line apart
     * @param roles what offices people hold by the attendance
     */
    SignatureReader(Set<String> knownNames, Map<String, AttendeeRole> roles) {
        this.known = Set.copyOf(knownNames);
        this.roles = Map.copyOf(roles);
    }

    private static final class Signer {
        private final String name;
        private final @Nullable SignatoryRole label;
        private final @Nullable String written;
        private @Nullable String office;

        Signer(String name, @Nullable Label label) {
            this.name = name;
            this.label = label == null ? null : label.role();
            this.written = label == null ? null : label.written();
        }
    }

    private record Label(SignatoryRole role, String written) {

        static Stream<Label> in(String cell) {
            return SignatureForm.label(cell).stream().map(role -> new Label(role, SignatureForm.bare(cell)));
        }
    }

    void read(List<TextBlock> blocks) {
        for (TextBlock block : blocks) {
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
        boolean roleWord = SignatureForm.label(line).isPresent();
        boolean sameBlock = !block.first().equals(line);
        List<String> cells = offices(line);
        if (waiting.isEmpty() || (labelIsAbove && !(sameBlock && !roleWord)) || cells.isEmpty()) {
            return false;
        }
        if (roleWord && isOverName(block, at)) {
            return false;
        }
        boolean nextLabel = !sameBlock && waiting.get(0).label != null && isAdjusterLabel(line);
        if (nextLabel || SignatureForm.opens(line)) {
            return false;
        }
        settle();
        if (cells.size() == 1) {
            Signer holder = holder(cells.get(0));
            holder.office = cells.get(0);
            waiting = waiting.stream().filter(s -> !s.equals(holder)).toList();
            return true;
        }
        for (int i = 0; i < Math.min(cells.size(), waiting.size()); i++) {
            waiting.get(i).office = cells.get(i);
        }
        waiting = List.of();
        return true;
    }

    /** True where a name follows that has no office of its own under it, and the line does not end a signature. */
    private static boolean isOverName(TextBlock block, int at) {
        List<String> lines = block.texts();
        boolean name = at + 1 < lines.size() && Names.isName(lines.get(at + 1));
        boolean officeUnder = at + 2 < lines.size()
                && isOffice(SignatureForm.bare(lines.get(at + 2)))
                && !(at + 3 < lines.size()
                        && Names.isName(lines.get(at + 3))
                        && SignatureForm.label(lines.get(at + 2)).isPresent());
        return name && !officeUnder;
    }

    /** Whose office it is, of several names above it: whoever has it by the attendance or the label, else the first. */
    private Signer holder(String office) {
        AttendeeRole held = Offices.role(office).orElse(null);
        boolean secretary =
                held == AttendeeRole.OFFICER || office.toLowerCase(Locale.ROOT).contains("sekreterare");
        return waiting.stream()
                .filter(s -> held != null && held == roles.get(asAttending(s.name)))
                .findFirst()
                .or(() -> waiting.stream()
                        .filter(s -> secretary == (s.label == SignatoryRole.SECRETARY))
                        .findFirst())
                .orElse(waiting.get(0));
    }

    /** Ends a row of names. Labels that none of them took are for the next, or say the same once more. */
    private void settle() {
        if (!run.isEmpty() && labels.size() > run.size()) {
            List<Label> rest = labels.subList(run.size(), labels.size());
            SignatoryRole used = labels.get(run.size() - 1).role();
            if (rest.stream().allMatch(l -> l.role() == used)) {
                rest.forEach(l -> leftOut.add(l.written()));
                labels = labels.subList(run.size() - 1, run.size());
            } else {
                labels = rest;
            }
        }
        run = List.of();
    }

    private static boolean isAdjusterLabel(String line) {
        return SignatureForm.label(line)
                .filter(r -> r == SignatoryRole.ADJUSTER)
                .isPresent();
    }

    private List<String> offices(String line) {
        String[] cells = COLUMNS.split(SignatureForm.bare(line));
        if (line.length() <= 120 && Arrays.stream(cells).allMatch(SignatureReader::isOffice)) {
            return List.of(cells);
        }
        return waiting.size() == 2 ? twoOffices(SignatureForm.bare(line)) : List.of();
    }

    private static boolean isOffice(String text) {
        return Offices.isOffice(text) || SignatureForm.label(text).isPresent();
    }

    private static List<String> twoOffices(String line) {
        for (int space = line.indexOf(' '); space > 0; space = line.indexOf(' ', space + 1)) {
            String first = line.substring(0, space);
            String second = line.substring(space + 1);
            if (isOffice(first) && isOffice(second)) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    /** A label above names, or one above each of two columns. */
    private boolean readLabel(String line) {
        if (line.length() > 160) {
            return false;
        }
        List<String> cells =
                COLUMNS.splitAsStream(line).filter(c -> !DottedLine.is(c)).toList();
        List<Label> found = cells.stream().flatMap(Label::in).toList();
        if (found.isEmpty() || found.size() < cells.size()) {
            return false;
        }
        settle();
        labels = labelIsUnused ? Stream.concat(labels.stream(), found.stream()).toList() : found;
        labelIsUnused = true;
        labelIsAbove |= signers.isEmpty() && !SignatureForm.opens(line);
        waiting = List.of();
        return true;
    }

    private @Nullable Label labelOf(int column) {
        return labels.isEmpty() ? null : labels.get(Math.min(column, labels.size() - 1));
    }

    private boolean readNames(String line) {
        List<String> names = names(line);
        if (!names.isEmpty()) {
            begin(names);
            return true;
        }
        People people = line.length() > 200 ? People.of("") : People.of(line.replaceAll("^\\(|\\)$", ""));
        if (people.all().isEmpty()
                || !people.unread().isEmpty()
                || people.all().stream().anyMatch(this::saysMoreOfSigner)
                || (Wrapping.isTerminated(line) && !line.endsWith(")"))) {
            return false;
        }
        people.all().forEach(this::begin);
        return true;
    }

    /** "BO ASK, 2025-06-17 10:22, BankID" after Bo Ask's own place: what another service says, and no place to sign. */
    private boolean saysMoreOfSigner(Person person) {
        return person.role() == null
                && person.description() != null
                && signed.contains(person.name().toLowerCase(Locale.ROOT));
    }

    private List<String> names(String line) {
        String[] cells = COLUMNS.split(line);
        if (line.length() <= 200 && Arrays.stream(cells).allMatch(Names::isName) && !isTwoKnown(line)) {
            return List.of(cells);
        }
        for (String name : known) {
            String rest = line.startsWith(name + " ")
                    ? line.substring(name.length() + 1).strip()
                    : "";
            if (known.contains(rest)) {
                return List.of(name, rest);
            }
        }
        return List.of();
    }

    private boolean isTwoKnown(String line) {
        return known.stream()
                .anyMatch(n -> line.startsWith(n + " ")
                        && known.contains(line.substring(n.length() + 1).strip()));
    }

    private void begin(List<String> names) {
        labelIsUnused = false;
        var row = new ArrayList<>(run);
        for (String name : names) {
            var signer = new Signer(name, labelOf(row.size()));
            row.add(signer);
            add(signer);
        }
        run = List.copyOf(row);
        waiting = row.stream().filter(s -> s.office == null).toList();
    }

    private void begin(Person person) {
        settle();
        labelIsUnused = false;
        var signer = new Signer(person.name(), labelOf(0));
        AttendeeRole role = person.role();
        String description = person.description();
        String word = role == null ? null : wordFor(role);
        signer.office =
                word == null || description == null ? (word == null ? description : word) : word + ", " + description;
        add(signer);
        run = List.of(signer);
        waiting = signer.office == null ? run : List.of();
    }

    private void add(Signer signer) {
        signers.add(signer);
        signed.add(signer.name.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String wordFor(AttendeeRole role) {
        return switch (role) {
            case CHAIR -> "Ordförande";
            case FIRST_VICE_CHAIR -> "1:e vice ordförande";
            case SECOND_VICE_CHAIR -> "2:e vice ordförande";
            case VICE_CHAIR -> "Vice ordförande";
            case SECRETARY -> "Sekreterare";
            case MEMBER, SUBSTITUTE, OFFICER, AUDITOR, GUEST -> null;
        };
    }

    /** "Vid protokollet: Nora Falk", "Ordförande Vera Lind". */
    private boolean readLabelAndName(String line) {
        String[] words = line.length() > 120 ? new String[0] : line.split("[ :\t]+");
        for (int count = Math.min(3, words.length - 2); count >= 1; count--) {
            Optional<Label> found = Label.in(
                            String.join(" ", Arrays.asList(words).subList(0, count)))
                    .findFirst();
            String rest = String.join(" ", Arrays.asList(words).subList(count, words.length));
            if (found.isPresent() && !People.of(rest).all().isEmpty()) {
                settle();
                labels = List.of(found.get());
                return readNames(rest);
            }
        }
        return false;
    }

    /** Everybody who signs, each once, in the order of the page. */
    List<Signatory> signatories() {
        var signatories = new ArrayList<Signatory>();
        for (Signer signer : signers) {
            String name = asAttending(signer.name);
            boolean already = signatories.stream().anyMatch(s -> name.equals(s.name()));
            if (!already) {
                SignatoryRole role = role(signer);
                signatories.add(new Signatory(name, role, title(signer, role), label(signer, role), null));
            }
        }
        return signatories;
    }

    /** A name in capitals as the attendance writes it. */
    private String asAttending(String name) {
        return known.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    private SignatoryRole role(Signer signer) {
        String office = signer.office == null ? "" : signer.office;
        if (signer.label == SignatoryRole.SECRETARY) {
            return SignatoryRole.SECRETARY;
        }
        AttendeeRole held = Offices.role(office.split(",", 2)[0]).orElse(null);
        if (held == AttendeeRole.CHAIR || (held == null && roles.get(asAttending(signer.name)) == AttendeeRole.CHAIR)) {
            return SignatoryRole.CHAIR;
        }
        if (signer.label == null) {
            boolean secretary = held == AttendeeRole.SECRETARY;
            return secretary ? SignatoryRole.SECRETARY : SignatoryRole.ADJUSTER;
        }
        return signer.label;
    }

    /** The office, where the label has not said it. */
    private static @Nullable String title(Signer signer, SignatoryRole role) {
        String office = signer.office;
        boolean said = office != null && (office.equalsIgnoreCase(signer.written) || isLabel(office, role, signer));
        return said ? null : office;
    }

    /** What stands above the name; an office under it that is all there is says the same. */
    private static @Nullable String label(Signer signer, SignatoryRole role) {
        String office = signer.office;
        return signer.written == null && office != null && isLabel(office, role, signer) ? office : signer.written;
    }

    private static boolean isLabel(String office, SignatoryRole role, Signer signer) {
        boolean same = SignatureForm.label(office).filter(r -> r == role).isPresent();
        return same && (signer.written == null || signer.label == role);
    }

    boolean namesAnybody() {
        return !signers.isEmpty();
    }

    /** Labels that say again what the one before them said. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Lines that are no signature, each as a block of its own. */
    List<TextBlock> unread() {
        return List.copyOf(unread);
    }
}
