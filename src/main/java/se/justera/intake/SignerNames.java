package se.justera.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names in a line of signatures, with the names of the attendance to tell two of them apart. */
final class SignerNames {

    private static final int LONGEST = 200;
    private static final Pattern PARTY = Pattern.compile("(?u) \\(\\p{L}{1,4}\\)(?=\\s|$)");

    private final Set<String> known;

    SignerNames(Set<String> attending) {
        this.known = Set.copyOf(attending);
    }

    /** The names of a line of names and nothing else; empty for any other line. */
    List<String> in(String line) {
        String[] cells = SignatureReader.COLUMNS.split(PARTY.matcher(line).replaceAll(""));
        if (line.length() <= LONGEST && Arrays.stream(cells).allMatch(Names::isName) && !isTwoKnown(line)) {
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

    /** A name in capitals as the attendance writes it. */
    String asAttending(String name) {
        return known.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
