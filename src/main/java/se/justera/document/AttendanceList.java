package se.justera.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;

/** Who attended, in groups: under the headings of the draft where it has some, else by office and status. */
record AttendanceList(List<Group> groups) {

    /** People under one heading. */
    record Group(String heading, List<Person> people) {

        List<Person> inTheRoom() {
            return people.stream().filter(person -> !person.remote()).toList();
        }

        List<Person> remote() {
            return people.stream().filter(Person::remote).toList();
        }

        /** Those who attended online stand under a heading of their own, which says nothing of them but that. */
        Group withoutWhatTheHeadingSays(boolean apart) {
            return new Group(
                    heading,
                    people.stream()
                            .map(person -> apart && person.remote() ? person : person.under(heading))
                            .toList());
        }
    }

    /**
     * One person as printed; what is unknown is empty.
     *
     * @param name with the party's letter
     * @param note how and for which §§ they attended
     * @param remote true if they attended online, which the note does not say
     */
    record Person(String name, String office, String represents, String note, boolean remote) {

        private static final String SECRETARY = "sekreterare";

        Person under(String heading) {
            return new Person(name, unlessSaid(office, heading), represents, unlessSaid(note, heading), remote);
        }

        /** Without "sekreterare" before "nämndsekreterare". */
        Person saidOnce() {
            String title = office.startsWith(SECRETARY + ", ") ? office.substring(SECRETARY.length() + 2) : "";
            String shorter = title.endsWith(SECRETARY) ? title : office;
            return new Person(name, shorter, represents, note, remote);
        }

        /** The text without its first part if the heading says that. */
        private static String unlessSaid(String text, String heading) {
            String first = text.split(", ", 2)[0];
            return says(heading.toLowerCase(Labels.SWEDISH), first)
                    ? text.substring(Math.min(text.length(), first.length() + ", ".length()))
                    : text;
        }

        private static boolean says(String heading, String words) {
            boolean ofAll = !heading.contains(" och ");
            boolean substitutes = words.equals("ersättare") && heading.endsWith(" ersättare");
            boolean serving = words.endsWith("tjänstgörande") && heading.startsWith(words + " ");
            return heading.equalsIgnoreCase(words) || saysAway(heading, words) || (ofAll && (substitutes || serving));
        }

        private static boolean saysAway(String heading, String words) {
            return (words.equals("anmält förhinder") && heading.contains("förhinder"))
                    || (words.equals("frånvarande")
                            && (heading.contains("frånvar") || heading.startsWith("ej närvarande")));
        }

        /** Everything but the name and that they attended online, in one line. */
        String details() {
            return joined(office, represents, note);
        }

        /** The note, and first of all that they attended online. */
        String note(Labels labels) {
            return joined(remote ? labels.of("attendance.remote") : "", note);
        }

        /** Everything but the name, in one line. */
        String details(Labels labels) {
            return joined(office, represents, remote ? labels.of("attendance.remote") : "", note);
        }

        private static String joined(String... parts) {
            return Stream.of(parts).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        }
    }

    static AttendanceList of(List<Attendee> attendance, Labels labels) {
        Map<String, List<Person>> groups = new LinkedHashMap<>();
        for (Attendee attendee : attendance) {
            String heading = heading(attendee, labels);
            groups.computeIfAbsent(heading, h -> new ArrayList<>()).add(person(attendee, heading, labels));
        }
        return of(groups);
    }

    /** The same with a note of who was away in each row, whatever heading it stands under. */
    static AttendanceList inFull(List<Attendee> attendance, Labels labels) {
        Map<String, List<Person>> groups = new LinkedHashMap<>();
        for (Attendee attendee : attendance) {
            groups.computeIfAbsent(heading(attendee, labels), h -> new ArrayList<>())
                    .add(person(attendee, "", labels));
        }
        return of(groups);
    }

    private static AttendanceList of(Map<String, List<Person>> groups) {
        return new AttendanceList(groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList());
    }

    /** Without an office that the title beside it says a second time. */
    AttendanceList saidOnce() {
        return new AttendanceList(groups.stream()
                .map(group -> new Group(
                        group.heading(),
                        group.people().stream().map(Person::saidOnce).toList()))
                .toList());
    }

    /**
     * Without the office or the note that a group's heading gives to everybody in it already.
     *
     * @param apart true where those who attended online keep both
     */
    AttendanceList withoutWhatHeadingsSay(boolean apart) {
        return new AttendanceList(groups.stream()
                .map(group -> group.withoutWhatTheHeadingSays(apart))
                .toList());
    }

    /** True if this column would hold anything. */
    boolean has(java.util.function.Function<Person, String> column) {
        return groups.stream()
                .flatMap(group -> group.people().stream())
                .anyMatch(person -> !column.apply(person).isEmpty());
    }

    private static String heading(Attendee attendee, Labels labels) {
        String asWritten = orEmpty(attendee.group());
        if (!asWritten.isEmpty()) {
            return asWritten;
        }
        if (attendee.status() == AttendanceStatus.EXCUSED) {
            return labels.of("attendance.group.excused");
        }
        if (attendee.status() == AttendanceStatus.ABSENT) {
            return labels.of("attendance.group.absent");
        }
        return labels.of("attendance.group." + groupOf(attendee.role()));
    }

    private static String groupOf(@Nullable AttendeeRole role) {
        if (role == null) {
            return "others";
        }
        return switch (role) {
            case CHAIR, FIRST_VICE_CHAIR, SECOND_VICE_CHAIR, VICE_CHAIR, MEMBER -> "members";
            case SUBSTITUTE -> "substitutes";
            case SECRETARY, OFFICER, AUDITOR, GUEST -> "others";
        };
    }

    private static Person person(Attendee attendee, String heading, Labels labels) {
        String party = orEmpty(attendee.party());
        String name = orEmpty(attendee.name());
        return new Person(
                party.isEmpty() ? name : name + " (" + party + ")",
                office(attendee, labels),
                represents(attendee),
                note(attendee, heading, labels),
                Boolean.TRUE.equals(attendee.remote()));
    }

    private static String represents(Attendee attendee) {
        String organisation = orEmpty(attendee.represents());
        String abbreviation = orEmpty(attendee.abbreviation());
        boolean both = !organisation.isEmpty() && !abbreviation.isEmpty() && !organisation.contains(abbreviation);
        return both ? organisation + " (" + abbreviation + ")" : organisation.isEmpty() ? abbreviation : organisation;
    }

    /** The title says more than "officer" or "guest"; besides another office it is added. */
    private static String office(Attendee attendee, Labels labels) {
        String title = orEmpty(attendee.title());
        AttendeeRole role = attendee.role();
        boolean titleSaysIt =
                role == null || (!title.isEmpty() && (role == AttendeeRole.OFFICER || role == AttendeeRole.GUEST));
        if (titleSaysIt) {
            return title;
        }
        String office = labels.of(Objects.requireNonNull(role));
        boolean same = title.isEmpty() || title.equalsIgnoreCase(office);
        return same ? office : office + ", " + title;
    }

    private static String note(Attendee attendee, String heading, Labels labels) {
        var notes = new ArrayList<String>();
        AttendanceStatus status = attendee.status();
        if (status == AttendanceStatus.EXCUSED || status == AttendanceStatus.ABSENT) {
            String word = labels.of("attendance." + status.name());
            if (!heading.equalsIgnoreCase(word)) {
                notes.add(word);
            }
        }
        if (attendee.serving() != null
                && !orEmpty(attendee.title()).toLowerCase(Locale.ROOT).contains("tjänstgör")) {
            notes.add(labels.of(attendee.serving() ? "attendance.serving" : "attendance.notServing"));
        }
        String ranges = ranges(attendee.presentFor());
        if (!ranges.isEmpty()) {
            notes.add(labels.of("attendance.items", ranges));
        }
        return String.join(", ", notes);
    }

    private static String ranges(List<List<Integer>> presentFor) {
        return presentFor.stream()
                .map(range -> range.stream().filter(Objects::nonNull).distinct().toList())
                .filter(range -> !range.isEmpty())
                .map(range -> range.stream().map(String::valueOf).collect(Collectors.joining("–")))
                .collect(Collectors.joining(", "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
