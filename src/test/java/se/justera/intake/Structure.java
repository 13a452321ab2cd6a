package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.DecisionForm;
import se.justera.minutes.Draft.Item;

/** What a draft says, one line for each thing, without how the file happened to lay it out. */
final class Structure {

    private static final Pattern BLOCK = Pattern.compile(" +(?:PARAGRAPH|BULLETS|NUMBERS|SUBHEADING) ?");

    private Structure() {}

    static List<String> facts(Draft draft) {
        var facts = new ArrayList<String>();
        Draft.AssociationName association = draft.association();
        facts.add("association " + (association == null ? "" : association.name() + " " + association.orgNumber()));
        facts.add("kind " + draft.kind());
        facts.add("title " + Objects.requireNonNullElse(draft.title(), usualTitle(draft)));
        facts.add("case " + draft.caseNumber());
        Draft.Meeting meeting = Objects.requireNonNullElse(
                draft.meeting(), new Draft.Meeting(null, null, null, null, null, null, null));
        facts.add("meeting " + meeting.number() + " " + meeting.year() + " " + meeting.date() + " " + meeting.start()
                + " " + meeting.end() + " " + meeting.place() + " " + meeting.mode());
        facts.add("adjournments " + meeting.adjournments());
        facts.add("adjustment " + draft.adjustmentDay() + " " + draft.adjustmentTime() + " " + draft.adjustmentPlace()
                + " " + draft.immediateAdjustment());
        return facts;
    }

    private static String usualTitle(Draft draft) {
        return draft.kind() == Draft.MinutesKind.NOTES ? "Minnesanteckningar" : "Protokoll";
    }

    static List<String> people(Draft draft) {
        return draft.attendance().stream().map(Structure::person).toList();
    }

    private static String person(Attendee a) {
        return String.join(
                " | ",
                text(a.name()),
                String.valueOf(a.role()),
                title(a),
                text(a.party()),
                a.represents() == null ? text(a.abbreviation()) : a.represents(),
                String.valueOf(a.status()),
                a.role() == AttendeeRole.SUBSTITUTE ? String.valueOf(serves(a) ? (Boolean) true : a.serving()) : "",
                String.valueOf(a.remote()),
                a.presentFor().toString());
    }

    /** What the office says as well is said once. */
    private static String title(Attendee a) {
        boolean said =
                serves(a) || (a.role() == AttendeeRole.CHAIR && text(a.title()).equals("Ordförande"));
        return said ? "" : text(a.title());
    }

    private static boolean serves(Attendee a) {
        return text(a.title()).equals("tjänstgörande");
    }

    static List<String> items(Draft draft) {
        return draft.items().stream().flatMap(Structure::item).toList();
    }

    private static Stream<String> item(Item item) {
        var lines = new ArrayList<String>();
        lines.add("§ " + item.number() + " " + text(item.heading())
                + (Boolean.TRUE.equals(item.withdrawn()) ? " (utgår)" : "")
                + (Boolean.TRUE.equals(item.immediateAdjustment()) ? " (omedelbart justerad)" : ""));
        lines.add("  case " + item.caseNumber());
        item.blocks().forEach(b -> block(b, "", lines));
        item.decisions()
                .forEach(d -> Sentences.of(text(d.text()))
                        .forEach(sentence -> lines.add("  beslut "
                                + Objects.requireNonNullElse(d.form(), DecisionForm.CLAUSE) + " " + sentence
                                + (d.sentTo().isEmpty() ? "" : " till " + d.sentTo()))));
        item.conflictsOfInterest().forEach(c -> lines.add("  " + c));
        item.proposals().forEach(p -> lines.add("  " + p));
        lines.add("  order " + item.propositionOrder());
        item.votes().forEach(v -> lines.add("  " + v));
        item.abstentions().forEach(a -> lines.add("  " + a));
        item.reservations().forEach(r -> lines.add("  " + r));
        item.attachments().forEach(a -> lines.add("  " + a));
        item.subItems().forEach(sub -> item(sub).map(l -> "  " + l).forEach(lines::add));
        return lines.stream();
    }

    private static void block(Block block, String indent, List<String> lines) {
        lines.add(indent + "  " + Objects.requireNonNullElse(block.type(), BlockType.PARAGRAPH)
                + (Boolean.TRUE.equals(block.lettered()) ? " a) " : " ") + text(block.text()));
        block.children().forEach(child -> block(child, indent + "  ", lines));
    }

    /** Matters as text that was taken out of pages can show them: without emphasis and the addresses of links. */
    static List<String> itemsAsBareText(Draft draft) {
        return items(draft).stream().map(Structure::plain).toList();
    }

    /** The same without how the text under a heading is cut into paragraphs and entries. */
    static List<String> itemsAsWords(Draft draft) {
        return draft.items().stream().flatMap(Structure::words).toList();
    }

    private static Stream<String> words(Item item) {
        List<String> lines = item(item).map(Structure::plain).toList();
        String text = lines.stream()
                .filter(line -> BLOCK.matcher(line).lookingAt())
                .map(line -> BLOCK.matcher(line).replaceFirst(""))
                .collect(java.util.stream.Collectors.joining(" "));
        return Stream.concat(lines.stream().filter(line -> !BLOCK.matcher(line).lookingAt()), Stream.of(text));
    }

    private static String plain(String text) {
        return text.replaceAll("\\*{1,2}(?=\\S)([^*]+)(?<=\\S)\\*{1,2}", "$1")
                .replaceAll("\\[([^]^]+)]\\([^)]*\\)", "$1")
                .replaceAll("(?<=\\S)\\s+", " ");
    }

    /** All lines that are set as headings within matters. */
    static List<String> subheadings(Draft draft) {
        return itemsAsBareText(draft).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("SUBHEADING "))
                .toList();
    }

    static List<String> signatories(Draft draft) {
        return draft.signatories().stream()
                .map(s -> text(s.name()) + " | " + s.role() + " | "
                        + text(s.title()).replace("Ordförande", ""))
                .toList();
    }

    static List<String> rest(Draft draft) {
        var rest = new ArrayList<String>();
        draft.footnotes().forEach(f -> rest.add("note " + text(f.mark()) + " " + plain(text(f.text()))));
        draft.nextMeetings().forEach(m -> rest.add("next " + m.date() + " " + times(m)));
        return rest;
    }

    /** As the words say them where nothing else does. */
    private static String times(Draft.NextMeeting meeting) {
        if (meeting.start() != null) {
            return meeting.start() + " " + meeting.end();
        }
        return Times.ofDay(text(meeting.text()))
                .map(found -> found.start() + " " + found.end())
                .orElse("null null");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
