package se.justera.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private final List<Signer> signers = new ArrayList<>();
    private final List<TextBlock> unread = new ArrayList<>();
    private List<Signer> waiting = List.of();
    private List<SignatoryRole> labels = List.of();
    private boolean labelIsAbove;

    /** @param knownNames the names of the attendance, to tell two names in one line apart */
    SignatureReader(Set<String> knownNames) {
        this.known = Set.copyOf(knownNames);
    }

    private static final class Signer {
        private final String name;
        private final @Nullable SignatoryRole label;
        private @Nullable String office;

        Signer(String name, @Nullable SignatoryRole label) {
            this.name = name;
            this.label = label;
        }
    }

    void read(List<TextBlock> blocks) {
        for (TextBlock block : blocks) {
            for (Line line : block.lines()) {
                if (!readLine(line.text(), block)) {
                    unread.add(new TextBlock(List.of(line), block.gap(), false, false));
                }
            }
        }
    }

    private boolean readLine(String line, TextBlock block) {
        return DottedLine.is(line)
                || SignatureForm.bare(line).matches("(?iu)underskrifter|signaturer")
                || readOffices(line, block)
                || readLabel(line)
                || readNames(line)
                || readLabelAndName(line);
    }

    /** The office of whoever stands right above it, unless offices here stand above names. */
    private boolean readOffices(String line, TextBlock block) {
        boolean roleWord = SignatureForm.label(line).isPresent();
        boolean sameBlock = !block.first().equals(line);
        List<String> cells = offices(line);
        if (waiting.isEmpty() || (labelIsAbove && !(sameBlock && !roleWord)) || cells.isEmpty()) {
            return false;
        }
        boolean nextLabel = !sameBlock && waiting.get(0).label != null && isAdjusterLabel(line);
        if (nextLabel || SignatureForm.opens(line)) {
            return false;
        }
        for (int i = 0; i < Math.min(cells.size(), waiting.size()); i++) {
            waiting.get(i).office = cells.get(i);
        }
        waiting = List.of();
        return true;
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
        List<SignatoryRole> found =
                cells.stream().flatMap(c -> SignatureForm.label(c).stream()).toList();
        if (found.isEmpty() || found.size() < cells.size()) {
            return false;
        }
        labels = found;
        labelIsAbove |= signers.isEmpty() && !SignatureForm.opens(line);
        waiting = List.of();
        return true;
    }

    private @Nullable SignatoryRole labelOf(int column) {
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
                || (Wrapping.isTerminated(line) && !line.endsWith(")"))) {
            return false;
        }
        people.all().forEach(this::begin);
        return true;
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
        var begun = new ArrayList<Signer>();
        for (String name : names) {
            begun.add(new Signer(name, labelOf(begun.size())));
        }
        waiting = List.copyOf(begun);
        signers.addAll(waiting);
    }

    private void begin(Person person) {
        var signer = new Signer(person.name(), labelOf(0));
        AttendeeRole role = person.role();
        String description = person.description();
        String word = role == null ? null : wordFor(role);
        signer.office =
                word == null || description == null ? (word == null ? description : word) : word + ", " + description;
        signers.add(signer);
        waiting = signer.office == null ? List.of(signer) : List.of();
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
            Optional<SignatoryRole> found =
                    SignatureForm.label(String.join(" ", Arrays.asList(words).subList(0, count)));
            String rest = String.join(" ", Arrays.asList(words).subList(count, words.length));
            if (found.isPresent() && !People.of(rest).all().isEmpty()) {
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
            boolean already = signatories.stream().anyMatch(s -> signer.name.equals(s.name()));
            if (!already) {
                SignatoryRole role = role(signer);
                signatories.add(new Signatory(signer.name, role, title(signer.office, role), null));
            }
        }
        return signatories;
    }

    private static SignatoryRole role(Signer signer) {
        String office = signer.office == null ? "" : signer.office;
        if (signer.label == SignatoryRole.SECRETARY) {
            return SignatoryRole.SECRETARY;
        }
        AttendeeRole held = Offices.role(office.split(",", 2)[0]).orElse(null);
        if (held == AttendeeRole.CHAIR) {
            return SignatoryRole.CHAIR;
        }
        if (signer.label == null) {
            boolean secretary = held == AttendeeRole.SECRETARY;
            return secretary ? SignatoryRole.SECRETARY : SignatoryRole.ADJUSTER;
        }
        return signer.label;
    }

    /** The office, where it says more than the role does. */
    private static @Nullable String title(@Nullable String office, SignatoryRole role) {
        if (office == null) {
            return null;
        }
        boolean same = SignatureForm.label(office).filter(r -> r == role).isPresent();
        return same ? null : office;
    }

    /** Lines that are no signature, each as a block of its own. */
    List<TextBlock> unread() {
        return List.copyOf(unread);
    }
}
