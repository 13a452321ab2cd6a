package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;

/**
 * Reads the people of a line or of a running list: "Anna Ek (L), Storstad", "förbundschef Bo Ask, ekonomen Eva Öst på
 * § 5", also where the breaks between people have been lost and one's office or organisation runs into the next name.
 */
final class People {

    private static final Pattern LEADING_AND = Pattern.compile("^(?:och|samt)(?: |$)");
    private static final Pattern AND = Pattern.compile(" (?:och|samt) ");
    /** "Mona Grahn (V) för Leif Sund (V)": in whose place a substitute serves. */
    private static final Pattern IN_PLACE_OF = Pattern.compile(
            "(?u)(?<who>.{3,80}?) (?<place>(?:tjänstgör |tjg\\.? )?(?:för|i stället för|istället för|ersätter) \\p{Lu}.{2,80})");
    /** The same after a comma: "tjänstgörande ersättare för Lars Ohlén (C)". */
    private static final Pattern SERVES_FOR = Pattern.compile(
            "(?iu)(?:tjänstgör(?:ande)?(?: ersättare)?|tjg\\.?(?: ers\\.?| ersättare)?|ersätter|ersättare|i stället för|istället för|för)"
                    + "(?: för)? (?-i:\\p{Lu}).{2,80}");

    private static final Pattern CHAIR_OF_SOME = Pattern.compile("(?iu)mötesordf\\p{L}*\\.? (?:för |på )?§.{1,60}");
    private static final Pattern GAP = Pattern.compile("\t| {2,}");
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
        for (String part : PeopleParts.of(text)) {
            people.read(part.strip());
        }
        return people;
    }

    /** A line of a list, which may say before a colon whose people they are: "Region Dalen: Ann Alm, Bo Berg". */
    static People ofLine(String text) {
        int colon = text.length() > LONGEST_LIST ? -1 : text.indexOf(": ");
        String front = colon < 0 ? "" : text.substring(0, colon).strip();
        People people = of(text);
        if ((!people.all().isEmpty() && people.unread().isEmpty()) || !Organisations.isOrganisation(front)) {
            return people;
        }
        People named = of(text.substring(colon + 1).strip());
        if (named.all().isEmpty() || !named.unread().isEmpty()) {
            return people;
        }
        named.all().stream().filter(person -> person.represents() == null).forEach(person -> person.describe(front));
        return named;
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
        describeAll(text.substring(tab + 1), people.all().get(0));
        return people;
    }

    /** Reads on where a line continues what an earlier one said of somebody. */
    static boolean describes(String text, Person person) {
        People read = of(text);
        boolean shouted = text.equals(text.toUpperCase(Locale.ROOT)) && text.length() > 12;
        boolean sentence = text.length() > 100
                || text.endsWith(".")
                || shouted
                || text.matches("(?su).*:\\s*[-–]?")
                || Headline.opensMeeting(text);
        if (!read.people.isEmpty() || sentence) {
            return false;
        }
        describeAll(text, person);
        return true;
    }

    private static void describeAll(String text, Person person) {
        for (String part : PeopleParts.of(text)) {
            Presence presence = Presence.in(part);
            person.attend(presence);
            if (presence.from() == 0 && presence.givesReason(part)) {
                person.note(part.strip());
                continue;
            }
            String rest = (part.substring(0, presence.from()) + " " + part.substring(presence.to())).strip();
            PersonForm.BRACKETS
                    .matcher(rest)
                    .results()
                    .forEach(m -> person.describe(m.group(1).strip()));
            person.describe(PersonForm.withoutBrackets(rest));
        }
    }

    List<Person> all() {
        return people;
    }

    /** What stands before the first name, or says nothing about anybody. */
    List<String> unread() {
        return unread;
    }

    private void read(String written) {
        String part = LEADING_AND.matcher(written).replaceFirst("");
        if (part.isEmpty()) {
            return;
        }
        Matcher inPlace = IN_PLACE_OF.matcher(part);
        if (inPlace.matches() && PersonForm.starts(inPlace.group("who"))) {
            read(inPlace.group("who"));
            people.get(people.size() - 1).serveInPlace(inPlace.group("place"));
            return;
        }
        if (current != null && SERVES_FOR.matcher(part).matches()) {
            current.serveInPlace(part);
            return;
        }
        if (readTwo(part) || readNameBeforeBrackets(part) || readChairOfSome(part)) {
            return;
        }
        Presence presence = Presence.in(part);
        if (presence.givesReason(part) && readAway(part, presence)) {
            return;
        }
        String text = (part.substring(0, presence.from()) + " " + part.substring(presence.to())).strip();
        var bracketed = new ArrayList<String>();
        Matcher m = PersonForm.BRACKETS.matcher(text);
        while (m.find()) {
            bracketed.add(m.group(1).replaceFirst("[ ,;]{1,5}$", "").strip());
        }
        readPlain(PersonForm.withoutBrackets(text), part);
        if (current != null) {
            current.attend(presence);
            bracketed.forEach(current::describe);
        }
    }

    /** "Bo Ask (S) ej § 84 på grund av jäv": the reason alone would say why somebody was there. */
    private boolean readAway(String part, Presence presence) {
        String who = part.substring(0, presence.from()).strip();
        if (!who.isEmpty() && !PersonForm.starts(who)) {
            return false;
        }
        read(who);
        Person away = current;
        if (away == null) {
            return false;
        }
        away.attend(presence);
        away.note(part.substring(presence.from()));
        return true;
    }

    /** "mötesordf. § 74-88": for which §§ somebody was in the chair, and not for which they were there. */
    private boolean readChairOfSome(String part) {
        Person chair = current;
        boolean some = chair != null && CHAIR_OF_SOME.matcher(part).matches();
        if (chair != null && some) {
            chair.hold("ordförande", AttendeeRole.CHAIR);
            chair.note(part);
        }
        return some;
    }

    /** "Bo Ask (S) Mittby": what stands after the brackets is no part of the name. */
    private boolean readNameBeforeBrackets(String part) {
        int open = part.indexOf('(');
        int close = part.indexOf(')', open + 1);
        String after = close < 0 ? "" : part.substring(close + 1).strip();
        String name = open < 0 ? "" : part.substring(0, open).strip();
        boolean plain = !after.isEmpty()
                && (Person.isPresence(withoutNote(after))
                        || (Character.isUpperCase(after.codePointAt(0))
                                && Presence.in(after).ranges().isEmpty()));
        if (!plain || !Names.isName(name)) {
            return false;
        }
        begin(name).describe(part.substring(open + 1, close).strip());
        read(after);
        return true;
    }

    private static String withoutNote(String text) {
        Presence presence = Presence.in(text);
        return (text.substring(0, presence.from()) + text.substring(presence.to())).strip();
    }

    private void readPlain(String text, String part) {
        if (text.isEmpty()) {
            if (current == null) {
                unread.add(part);
            }
        } else if (readOrganisationThenName(text)) {
            return;
        } else if (Names.isName(text) && !PersonForm.beginsWithOffice(text)) {
            begin(text);
        } else if (current != null && Organisations.isCompany(text)) {
            current.describe(text);
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
            boolean endsPerson = current != null && (Organisations.isOrganisation(first) || Offices.isOffice(first));
            if ((endsPerson || PersonForm.starts(first)) && PersonForm.starts(AND.split(second, 2)[0])) {
                read(first);
                read(second);
                return true;
            }
        }
        return false;
    }

    /** "förbundschef Bo Ask" begins Bo Ask; "1:e v ordf Bo Ask" may end the person before, whose break was lost. */
    private boolean readOfficeThenName(String text) {
        Optional<PersonForm.Officer> officer = PersonForm.officeThenName(text);
        officer.ifPresent(this::beginAfterOffice);
        return officer.isPresent();
    }

    private void beginAfterOffice(PersonForm.Officer officer) {
        Person before = current;
        if (before != null && !before.hasRole() && officer.role() != AttendeeRole.OFFICER) {
            before.hold(officer.office(), officer.role());
            begin(officer.name());
        } else {
            begin(officer.name()).hold(officer.office(), officer.role());
        }
    }

    private boolean readNameThenMore(String text) {
        Optional<PersonForm.Described> found = PersonForm.nameThenReason(text).or(() -> PersonForm.nameThenMore(text));
        found.ifPresent(described -> {
            Person person = begin(described.name());
            described.more().forEach(person::describe);
        });
        return found.isPresent();
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
}
