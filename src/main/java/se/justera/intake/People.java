package se.justera.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;

/**
 * Reads the people of a line or of a running list: "Anna Ek (L), Storstad", "förbundschef Bo Ask, ekonomen Eva Öst på
 * § 5", also where the breaks between people have been lost and one's office or organisation runs into the next name.
 */
final class People {

    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{1,80})\\)");
    private static final Pattern SEPARATOR = Pattern.compile("[;,\t]| {2,}");
    private static final Pattern GAP = Pattern.compile("\t| {2,}");
    private static final Pattern LEADING_AND = Pattern.compile("^(?:och|samt)(?: |$)");
    private static final Pattern AND = Pattern.compile(" (?:och|samt) ");
    /** "Mona Grahn (V) för Leif Sund (V)": in whose place a substitute serves. */
    private static final Pattern IN_PLACE_OF = Pattern.compile(
            "(?u)(?<who>.{3,80}?) (?<place>(?:tjänstgör |tjg\\.? )?(?:för|i stället för|istället för|ersätter) \\p{Lu}.{2,80})");
    /** The same after a comma: "tjänstgörande ersättare för Lars Ohlén (C)". */
    private static final Pattern SERVES_FOR = Pattern.compile(
            "(?iu)(?:tjänstgör(?:ande)?(?: ersättare)?|tjg\\.?(?: ers\\.?)?|ersätter|ersättare|i stället för|istället för|för)"
                    + "(?: för)? (?-i:\\p{Lu}).{2,80}");
    /** Words that belong to the name before them, which is then no person's. */
    private static final Set<String> GENERIC = Set.of("kansli", "kansliet", "kommun", "kommuner", "stad", "förbundet");

    private static final int LONGEST_LIST = 20_000;

    private final List<Person> people = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private @Nullable Person current;

    private People() {}

    static People of(String text) {
        var people = new People();
        if (text.length() > LONGEST_LIST) {
            people.unread.add(text);
            return people;
        }
        for (String part : parts(text)) {
            people.read(part.strip());
        }
        return people;
    }

    /** A row of a table with one person in it, whose other cells say something about them. */
    static People row(String text) {
        Matcher gap = GAP.matcher(text);
        int tab = gap.find() ? gap.start() : -1;
        String name = tab < 0 ? "" : text.substring(0, tab).strip();
        if (tab < 0 || text.length() > LONGEST_LIST || of(name).all().size() != 1) {
            return of(text);
        }
        People people = of(name);
        Person person = people.all().get(0);
        for (String part : parts(text.substring(tab + 1))) {
            Presence presence = Presence.in(part);
            person.attend(presence);
            String rest = (part.substring(0, presence.from()) + " " + part.substring(presence.to())).strip();
            BRACKETS.matcher(rest)
                    .results()
                    .forEach(m -> person.describe(m.group(1).strip()));
            person.describe(BRACKETS.matcher(rest)
                    .replaceAll(" ")
                    .replaceAll("\\s+", " ")
                    .strip());
        }
        return people;
    }

    /** Reads on where a line continues what an earlier one said of somebody. */
    static boolean describes(String text, Person person) {
        People read = of(text);
        boolean sentence = text.length() > 100 || text.endsWith(".") || Headline.opensMeeting(text);
        if (!read.people.isEmpty() || sentence) {
            return false;
        }
        for (String part : parts(text)) {
            person.describe(part.strip());
        }
        return true;
    }

    List<Person> all() {
        return people;
    }

    /** What stands before the first name, or says nothing about anybody. */
    List<String> unread() {
        return unread;
    }

    /** Cuts at commas, semicolons, tabs and gaps, but not inside brackets or between the numbers of §§. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        Matcher separator = SEPARATOR.matcher(text);
        int start = 0;
        int at = 0;
        while (separator.find(at)) {
            at = separator.end();
            String part = text.substring(start, separator.start());
            if (closes(part) && !insideNumbers(text, start, separator.start())) {
                parts.add(part);
                start = separator.end();
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean closes(String part) {
        return part.lastIndexOf('(') <= part.lastIndexOf(')');
    }

    private static boolean insideNumbers(String text, int start, int comma) {
        String rest = text.substring(start);
        Presence presence = Presence.in(rest.length() > 300 ? rest.substring(0, 300) : rest);
        return presence.from() < comma - start && comma - start < presence.to();
    }

    private void read(String written) {
        String part = LEADING_AND.matcher(written).replaceFirst("");
        if (part.isEmpty()) {
            return;
        }
        Matcher inPlace = IN_PLACE_OF.matcher(part);
        if (inPlace.matches() && startsPerson(inPlace.group("who"))) {
            read(inPlace.group("who"));
            people.get(people.size() - 1).serveInPlace(inPlace.group("place"));
            return;
        }
        if (current != null && SERVES_FOR.matcher(part).matches()) {
            current.serveInPlace(part);
            return;
        }
        if (readTwo(part) || readNameBeforeBrackets(part)) {
            return;
        }
        Presence presence = Presence.in(part);
        String text = (part.substring(0, presence.from()) + " " + part.substring(presence.to())).strip();
        var bracketed = new ArrayList<String>();
        Matcher m = BRACKETS.matcher(text);
        while (m.find()) {
            bracketed.add(m.group(1).replaceFirst("[ ,;]{1,5}$", "").strip());
        }
        readPlain(BRACKETS.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip(), part);
        if (current != null) {
            current.attend(presence);
            bracketed.forEach(current::describe);
        }
    }

    /** "Bo Ask (S) Mittby": what stands after the brackets is no part of the name. */
    private boolean readNameBeforeBrackets(String part) {
        int open = part.indexOf('(');
        int close = part.indexOf(')', open + 1);
        String after = close < 0 ? "" : part.substring(close + 1).strip();
        String name = open < 0 ? "" : part.substring(0, open).strip();
        boolean plain = !after.isEmpty()
                && Character.isUpperCase(after.codePointAt(0))
                && Presence.in(after).ranges().isEmpty();
        if (!plain || !Names.isName(name)) {
            return false;
        }
        begin(name).describe(part.substring(open + 1, close).strip());
        read(after);
        return true;
    }

    private void readPlain(String text, String part) {
        if (text.isEmpty()) {
            if (current == null) {
                unread.add(part);
            }
        } else if (readOrganisationThenName(text)) {
            return;
        } else if (Names.isName(text) && !beginsWithOffice(text)) {
            begin(text);
        } else if (!readOfficeThenName(text) && !readNameThenMore(text)) {
            readDescription(text, part);
        }
    }

    private void readDescription(String text, String part) {
        if (current != null) {
            current.describe(text);
        } else {
            unread.add(part);
        }
    }

    private Person begin(String name) {
        var person = new Person(name);
        people.add(person);
        current = person;
        return person;
    }

    /** "Anna Ek (L) och Bo Ask": where a name ends before the word and another begins after it. */
    private boolean readTwo(String text) {
        Matcher and = AND.matcher(text);
        while (and.find()) {
            String first = text.substring(0, and.start()).strip();
            String second = text.substring(and.end()).strip();
            if (startsPerson(first) && startsPerson(AND.split(second, 2)[0])) {
                read(first);
                read(second);
                return true;
            }
        }
        return false;
    }

    /** "Räddningschef Jan Brand": an office with a capital is no given name. */
    private static boolean beginsWithOffice(String text) {
        String[] words = text.split(" ", -1);
        return words.length > 2 && Offices.isOffice(words[0]) && Names.isName(join(words, 1, words.length));
    }

    private static boolean startsPerson(String described) {
        String text = BRACKETS.matcher(described)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        People read = new People();
        return Names.isName(text) || read.readOfficeThenName(text) || read.readNameThenMore(text);
    }

    /** "förbundschef Bo Ask" begins Bo Ask; "1:e v ordf Bo Ask" may end the person before, whose break was lost. */
    private boolean readOfficeThenName(String text) {
        String[] words = text.split(" ", -1);
        for (int count = Math.min(words.length - 2, 5); count >= 1; count--) {
            String office = join(words, 0, count);
            String name = join(words, count, words.length);
            AttendeeRole role = Offices.role(office).orElse(null);
            if (role != null && Names.isName(name)) {
                beginAfterOffice(office, role, name);
                return true;
            }
        }
        return false;
    }

    private void beginAfterOffice(String office, AttendeeRole role, String name) {
        Person before = current;
        if (before != null && !before.hasRole() && role != AttendeeRole.OFFICER) {
            before.hold(office, role);
            begin(name);
        } else {
            begin(name).hold(office, role);
        }
    }

    /** "Bo Ask AF", "Bo Ask S", "Bo Ask ordf", "Bo Ask Region Nord". */
    private boolean readNameThenMore(String text) {
        String[] words = text.split(" ", -1);
        if (readRow(words)) {
            return true;
        }
        for (int count = 2; count < Math.min(words.length, 6); count++) {
            String name = join(words, 0, count);
            String more = join(words, count, words.length);
            if (Names.isName(name) && isMore(more)) {
                begin(name).describe(more);
                return true;
            }
        }
        return false;
    }

    /** "Bo Ask Ledamot Region Nord": a row of a table whose columns were lost. */
    private boolean readRow(String[] words) {
        for (int count = 2; count < Math.min(words.length - 1, 6); count++) {
            String name = join(words, 0, count);
            for (int end = Math.min(words.length - 1, count + 4); Names.isName(name) && end > count; end--) {
                String office = join(words, count, end);
                if (Offices.isOffice(office) && Character.isUpperCase(office.codePointAt(0))) {
                    Person person = begin(name);
                    person.describe(office);
                    person.describe(join(words, end, words.length));
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMore(String text) {
        return !GENERIC.contains(text.toLowerCase(Locale.ROOT))
                && (isPartyOrOrganisation(text) || Offices.isOffice(text));
    }

    private static boolean isPartyOrOrganisation(String text) {
        return (Person.isParty(text) && text.equals(text.toUpperCase(Locale.ROOT)))
                || Organisations.isAbbreviation(text)
                || Organisations.isOrganisation(text);
    }

    private boolean readOrganisationThenName(String text) {
        Person before = current;
        if (before == null || before.represents() != null) {
            return false;
        }
        String organisation = Organisations.leading(text).orElse(null);
        if (organisation == null) {
            return false;
        }
        before.describe(organisation);
        begin(text.substring(organisation.length() + 1));
        return true;
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", Arrays.asList(words).subList(from, to));
    }
}
