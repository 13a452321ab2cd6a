package se.justera.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** The attendance list while it is read: people under their headings. */
final class Attendance {

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private @Nullable Group open;
    private @Nullable Group whole;
    private int openedAt;
    private boolean saysOfOthers;

    private record Entry(Person person, Group group) {}

    /** Opens a heading; one that says only how people took part keeps the office of the one before, but over who came. */
    void open(Group group) {
        close();
        Group parent = whole;
        if (group.bare() && parent != null && parent.status() == AttendanceStatus.PRESENT) {
            open = new Group(parent.heading(), parent.role(), parent.status(), group.remote(), parent.mixed(), true);
        } else {
            open = group;
            whole = group;
        }
        openedAt = entries.size();
        saysOfOthers = false;
        empty.add(group.heading());
    }

    void close() {
        if (open != null && (entries.size() > openedAt || saysOfOthers)) {
            empty.remove(empty.size() - 1);
        }
        open = null;
    }

    boolean isOpen() {
        return open != null;
    }

    boolean read(String line) {
        return read(line, false);
    }

    /**
     * Takes in a line under the open heading, or says that it names nobody.
     *
     * @param inTable true for a row of a table
     */
    boolean read(String line, boolean inTable) {
        Group group = open;
        if (group == null) {
            return false;
        }
        People people = inTable ? People.row(line) : People.ofLine(line);
        if (people.all().isEmpty()) {
            return readOfLast(line);
        }
        if (!people.unread().isEmpty()) {
            return false;
        }
        people.all().stream().filter(p -> !isSaidOfAnother(p, group)).forEach(p -> entries.add(new Entry(p, group)));
        return true;
    }

    /** "Frånvarande: Bo Ask", where Bo Ask stands among the members already: they are one. */
    private boolean isSaidOfAnother(Person said, Group group) {
        if (group.status() == AttendanceStatus.PRESENT) {
            return false;
        }
        Entry known = entries.stream()
                .filter(e -> e.person().name().equals(said.name()) && e.person().isAlso(said))
                .filter(e -> e.group().role() != null && !e.group().saysWhoCame())
                .findFirst()
                .orElse(null);
        boolean one = known != null && known.person().status() == null;
        if (known != null && one) {
            known.person().was(group.status());
            saysOfOthers = true;
        }
        return one;
    }

    /** Takes in what another cell of the row says of the person before, or says that there is none. */
    boolean describeLast(String cell) {
        boolean some = open != null && entries.size() > openedAt;
        if (some) {
            entries.get(entries.size() - 1).person().describe(cell);
        }
        return some;
    }

    /** Takes in what a line of its own says of the person before, or says that it says nothing of them. */
    boolean readOfLast(String line) {
        return open != null
                && entries.size() > openedAt
                && People.describes(line, entries.get(entries.size() - 1).person());
    }

    /** Adds somebody whom the head names apart from the list, if the list has not got them. */
    void add(Person person, String heading, AttendeeRole role) {
        if (entries.stream().noneMatch(e -> e.person().name().equals(person.name()))) {
            entries.add(new Entry(person, new Group(heading, role, AttendanceStatus.PRESENT, false, false, false)));
        }
    }

    /** Headings that nobody stands under. */
    List<String> emptyHeadings() {
        close();
        return List.copyOf(empty);
    }

    /** Whether the list says of somebody what is said of them here, so that the name alone is enough. */
    boolean says(Person said) {
        List<Person> namesakes = entries.stream()
                .map(Entry::person)
                .filter(person -> person.name().equals(said.name()))
                .toList();
        return !namesakes.isEmpty() && namesakes.stream().allMatch(person -> person.isAlso(said));
    }

    Set<String> names() {
        var names = new HashSet<String>();
        entries.forEach(e -> names.add(e.person().name()));
        return names;
    }

    /** What offices people hold by the list. */
    Map<String, AttendeeRole> roles() {
        var roles = new HashMap<String, AttendeeRole>();
        for (Entry entry : entries) {
            AttendeeRole role = role(entry, true);
            if (role != null) {
                roles.putIfAbsent(entry.person().name(), role);
            }
        }
        return roles;
    }

    /**
     * The list. Who signs as chair is the chair where the list does not say who is.
     *
     * @param first the meeting's first §, {@code last} its last, for notes that leave an end open
     */
    List<Attendee> attendees(List<Signatory> signatories, int first, int last) {
        boolean substitutes = entries.stream().anyMatch(e -> role(e, true) == AttendeeRole.SUBSTITUTE);
        List<Attendee> attendees = entries.stream()
                .map(e -> attendee(e, role(e, substitutes && !isReplaced(e)), first, last))
                .toList();
        if (attendees.stream().anyMatch(a -> a.role() == AttendeeRole.CHAIR)) {
            return attendees;
        }
        Set<String> chairs = new HashSet<>();
        signatories.stream()
                .filter(s -> s.role() == SignatoryRole.CHAIR && s.name() != null)
                .forEach(s -> chairs.add(String.valueOf(s.name())));
        return attendees.stream()
                .map(a -> a.role() == AttendeeRole.MEMBER && chairs.contains(String.valueOf(a.name())) ? asChair(a) : a)
                .toList();
    }

    /** True for somebody whom a substitute served for, who is a member then. */
    private boolean isReplaced(Entry absent) {
        return entries.stream()
                .filter(e -> Boolean.TRUE.equals(e.person().serving()))
                .anyMatch(e -> String.valueOf(e.person().title())
                        .contains(" " + absent.person().name()));
    }

    private static Attendee asChair(Attendee a) {
        return new Attendee(
                a.name(),
                AttendeeRole.CHAIR,
                a.title(),
                a.party(),
                a.represents(),
                a.abbreviation(),
                a.group(),
                a.status(),
                a.serving(),
                a.remote(),
                a.presentFor());
    }

    private static Attendee attendee(Entry entry, @Nullable AttendeeRole role, int first, int last) {
        Person person = entry.person();
        Group group = entry.group();
        return new Attendee(
                person.name(),
                role,
                person.title(first),
                person.party(),
                person.represents(),
                person.abbreviation(),
                group.heading().isEmpty() ? null : group.heading(),
                person.status() == null ? group.status() : person.status(),
                serving(person, group, role),
                (person.remote() || group.remote()) ? true : null,
                person.presentFor(first, last));
    }

    /** Whether a substitute served (KL 5:66), where the name or its heading says so. */
    private static @Nullable Boolean serving(Person person, Group group, @Nullable AttendeeRole role) {
        if (role != AttendeeRole.SUBSTITUTE) {
            return null;
        }
        Boolean own = isInPlaceOfAnother(person, group) ? Boolean.TRUE : person.serving();
        return own == null ? Serving.in(group.heading()).orElse(null) : own;
    }

    /** "Beslutande: Bo Ask (S) ersättare för Eva Öst (S)": whoever decides in another's place serves. */
    private static boolean isInPlaceOfAnother(Person person, Group group) {
        return group.role() == AttendeeRole.MEMBER
                && group.saysWhoCame()
                && person.serving() == null
                && String.valueOf(person.title()).matches("(?su)(?:ersättare )?för \\p{Lu}.*");
    }

    private static @Nullable AttendeeRole role(Entry entry, boolean substitutes) {
        Person person = entry.person();
        Group group = entry.group();
        AttendeeRole own = person.role();
        if (own == AttendeeRole.OFFICER && group.role() == AttendeeRole.SECRETARY) {
            return AttendeeRole.SECRETARY;
        }
        if (own != null) {
            return own;
        }
        String represents = person.represents() == null ? "" : person.represents();
        if (Organisations.isAuditor(represents)) {
            return AttendeeRole.AUDITOR;
        }
        boolean elected = group.role() == AttendeeRole.MEMBER || group.role() == AttendeeRole.SUBSTITUTE;
        boolean office = represents.toLowerCase(java.util.Locale.ROOT).contains("kansli") || person.hasTitle();
        if (office && !elected) {
            return AttendeeRole.OFFICER;
        }
        if (isInPlaceOfAnother(person, group)) {
            return AttendeeRole.SUBSTITUTE;
        }
        if (group.role() != null) {
            return group.role();
        }
        boolean known = group.status() == AttendanceStatus.PRESENT || !substitutes;
        return known ? AttendeeRole.MEMBER : null;
    }
}
