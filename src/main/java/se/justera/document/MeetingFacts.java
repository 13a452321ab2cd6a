package se.justera.document;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Numbering;

/** What identifies a document: its title, and what is known of the meeting as labels with values. */
record MeetingFacts(
        String title, String subtitle, String body, String association, String orgNumber, List<Fact> facts) {

    /** One labelled value. */
    record Fact(String label, String value) {}

    private static final Meeting UNKNOWN = new Meeting(null, null, null, null, null, null, null);

    static MeetingFacts of(Draft draft, Labels labels) {
        var association = draft.association();
        MinutesKind kind = draft.kind() == null ? MinutesKind.PROTOCOL : draft.kind();
        return new MeetingFacts(
                orEmpty(draft.title()).isEmpty() ? labels.of("title." + kind.name()) : orEmpty(draft.title()),
                orEmpty(draft.subtitle()),
                body(draft),
                association == null ? "" : name(association),
                association == null ? "" : orEmpty(association.orgNumber()),
                facts(draft, labels));
    }

    /** The body, unless the line under the title names it. */
    private static String body(Draft draft) {
        String body = orEmpty(draft.body());
        boolean named =
                orEmpty(draft.subtitle()).toLowerCase(Labels.SWEDISH).contains(body.toLowerCase(Labels.SWEDISH));
        return named ? "" : Labels.capital(body);
    }

    private static String name(AssociationName association) {
        String name = orEmpty(association.name());
        String shorter = orEmpty(association.shortName());
        boolean both = !shorter.isEmpty() && !name.isEmpty() && !name.contains(shorter);
        return both ? name + " (" + shorter + ")" : name.isEmpty() ? shorter : name;
    }

    /** Title, body and date in one line, for a window's title and the head of each page. */
    static String headline(Draft draft, Labels labels) {
        MeetingFacts facts = of(draft, labels);
        Meeting meeting = meeting(draft);
        return Stream.of(
                        facts.title(),
                        Labels.capital(orEmpty(draft.body())),
                        number(meeting, labels),
                        meeting.date() == null ? "" : meeting.date().toString())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Coming meetings, each in one line of Markdown, but for those of which a matter says as much in the same words. */
    static List<String> nextMeetings(Draft draft, Labels labels) {
        return draft.nextMeetings().stream()
                .map(ComingMeeting::new)
                .filter(next -> !next.isToldIn(draft.items(), labels))
                .map(next -> next.line(labels))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<Fact> facts(Draft draft, Labels labels) {
        Meeting meeting = meeting(draft);
        var facts = new ArrayList<Fact>();
        add(facts, labels.of("meeting"), number(meeting, labels));
        add(
                facts,
                labels.of("meeting.date"),
                meeting.date() == null ? "" : Labels.capital(labels.date(meeting.date())));
        add(facts, labels.of("meeting.time"), time(meeting, labels));
        add(facts, labels.of("meeting.adjournments"), Breaks.of(draft, labels));
        add(facts, labels.of("meeting.place"), orEmpty(meeting.place()));
        add(facts, labels.of("meeting.mode"), meeting.mode() == null ? "" : labels.of(meeting.mode()));
        add(facts, labels.of("meeting.remoteDecision"), orEmpty(meeting.remoteDecision()));
        add(facts, labels.of("meeting.items"), range(draft));
        add(facts, labels.of("meeting.case"), orEmpty(draft.caseNumber()));
        add(
                facts,
                labels.of("meeting.bodySize"),
                meeting.bodySize() == null ? "" : meeting.bodySize().toString());
        var adjustment = new Adjustment(draft, labels);
        add(facts, labels.of("adjustmentDay"), adjustment.day());
        add(facts, labels.of("adjustmentTime"), adjustment.time());
        add(facts, labels.of("adjustmentPlace"), adjustment.place());
        add(facts, labels.of("immediateAdjustment"), adjustment.immediate());
        return List.copyOf(facts);
    }

    private static String number(Meeting meeting, Labels labels) {
        String number = Stream.of(meeting.number(), meeting.year())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining("/"));
        return meeting.number() == null ? number : labels.of("meeting.number", number);
    }

    private static String time(Meeting meeting, Labels labels) {
        return span(meeting.start(), meeting.end(), labels);
    }

    private static String span(@Nullable LocalTime start, @Nullable LocalTime end, Labels labels) {
        return Stream.of(start, end).filter(Objects::nonNull).map(labels::time).collect(Collectors.joining("–"));
    }

    /** First and last § as the head of the minutes names them. */
    private static String range(Draft draft) {
        Numbering numbering = draft.numbering();
        if (numbering == null || (numbering.first() == null && numbering.last() == null)) {
            return range(draft.items());
        }
        return Stream.of(numbering.first(), numbering.last())
                .map(number -> number == null ? "" : number.toString())
                .distinct()
                .collect(Collectors.joining("–"));
    }

    /** First and last §, if they run without a gap. */
    private static String range(List<Item> items) {
        List<Integer> numbers =
                items.stream().map(Item::number).filter(Objects::nonNull).toList();
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) - numbers.get(i - 1) != 1) {
                return "";
            }
        }
        return Stream.of(0, numbers.size() - 1)
                .filter(i -> !numbers.isEmpty())
                .map(numbers::get)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining("–"));
    }

    private static Meeting meeting(Draft draft) {
        return draft.meeting() == null ? UNKNOWN : draft.meeting();
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
