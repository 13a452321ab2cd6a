package se.justera.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.justera.minutes.Draft.AttendeeRole;

/** How one person is written: a name alone, an office before it, an organisation, a party or an office after it. */
final class PersonForm {

    static final Pattern BRACKETS = Pattern.compile("\\(([^()]{1,80})\\)");
    /** Words that belong to the name before them, which is then no person's. */
    private static final Set<String> GENERIC = Set.of("kansli", "kansliet", "kommun", "kommuner", "stad", "förbundet");

    private PersonForm() {}

    /** An office and the name after it. */
    record Officer(String office, AttendeeRole role, String name) {}

    /** A name and what stands after it, in the columns that could be told apart. */
    record Described(String name, List<String> more) {}

    static boolean starts(String described) {
        String text = withoutBrackets(described);
        return Names.isName(text)
                || officeThenName(text).isPresent()
                || nameThenMore(text).isPresent();
    }

    /** "Mona Grahn (M) deltar på distans". */
    static boolean beginsWithPartyMember(String text) {
        int open = text.indexOf(" (");
        int close = text.indexOf(')', open + 1);
        return open > 0
                && close > open
                && Person.isParty(text.substring(open + 2, close))
                && Names.isName(text.substring(0, open).strip());
    }

    static String withoutBrackets(String text) {
        return BRACKETS.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /** "Yvonne Krook på grund av jäv": why somebody left, right after the name; empty for any other text. */
    static Optional<Described> nameThenReason(String text) {
        int at = text.indexOf(" på grund av jäv") < 0 ? text.indexOf(" pga jäv") : text.indexOf(" på grund av jäv");
        return at < 0 || !Names.isName(text.substring(0, at))
                ? Optional.empty()
                : Optional.of(new Described(text.substring(0, at), List.of(text.substring(at + 1))));
    }

    /** "Räddningschef Jan Brand": an office with a capital is no given name. */
    static boolean beginsWithOffice(String text) {
        String[] words = text.split(" ", -1);
        return words.length > 2 && Offices.isOffice(words[0]) && Names.isName(join(words, 1, words.length));
    }

    /** "förbundschef Bo Ask". */
    static Optional<Officer> officeThenName(String text) {
        String[] words = text.split(" ", -1);
        for (int count = Math.min(words.length - 2, 5); count >= 1; count--) {
            String office = join(words, 0, count);
            String name = join(words, count, words.length);
            AttendeeRole role = Offices.role(office).orElse(null);
            if (role != null && Names.isName(name)) {
                return Optional.of(new Officer(office, role, name));
            }
        }
        return Optional.empty();
    }

    /** "Bo Ask AF", "Bo Ask S", "Bo Ask ordf", "Bo Ask Region Nord". */
    static Optional<Described> nameThenMore(String text) {
        String[] words = text.split(" ", -1);
        Optional<Described> row = row(words);
        for (int count = 2; row.isEmpty() && count < Math.min(words.length, 6); count++) {
            String name = join(words, 0, count);
            String more = join(words, count, words.length);
            if (Names.isName(name) && isMore(more)) {
                return Optional.of(new Described(name, List.of(more)));
            }
        }
        return row;
    }

    /** "Bo Ask Ledamot Region Nord": a row of a table whose columns were lost. */
    private static Optional<Described> row(String[] words) {
        for (int count = 2; count < Math.min(words.length - 1, 6); count++) {
            String name = join(words, 0, count);
            for (int end = Math.min(words.length - 1, count + 4); Names.isName(name) && end > count; end--) {
                String office = join(words, count, end);
                if (Offices.isOffice(office) && Character.isUpperCase(office.codePointAt(0))) {
                    return Optional.of(new Described(name, List.of(office, join(words, end, words.length))));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMore(String text) {
        return !GENERIC.contains(text.toLowerCase(Locale.ROOT))
                && (isPartyOrOrganisation(text) || Offices.isOffice(text) || Person.isPresence(text));
    }

    private static boolean isPartyOrOrganisation(String text) {
        return (Person.isParty(text) && text.equals(text.toUpperCase(Locale.ROOT)))
                || Organisations.isAbbreviation(text)
                || Organisations.isOrganisation(text);
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", Arrays.asList(words).subList(from, to));
    }
}
