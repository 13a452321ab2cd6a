package se.justera.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final Pattern BLOCK =
            Pattern.compile(" +(?:PARAGRAPH|BULLETS|NUMBERS|SUBHEADING|TABLE|QUOTE) ?(?:a\\) )?");

    /** Our pages say it before the reasons. */
    private static final Pattern RESERVES = Pattern.compile("text=[^.]* reserverar sig mot beslutet (?=till förmån )");

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
        return Stream.concat(
                alone(item).stream(),
                item.subItems().stream().flatMap(sub -> item(sub).map(line -> "  " + line)));
    }

    private static List<String> alone(Item item) {
        var lines = new ArrayList<String>();
        lines.add("§ " + item.number() + " " + text(item.heading())
                + (Boolean.TRUE.equals(item.withdrawn()) ? " (utgår)" : "")
                + (Boolean.TRUE.equals(item.immediateAdjustment()) ? " (omedelbart justerad)" : ""));
        lines.add("  case " + item.caseNumber());
        item.blocks().forEach(b -> block(b, "", lines));
        item.decisions()
                .forEach(d -> Sentences.of(text(d.text()))
                        .forEach(sentence -> lines.add("  beslut "
                                + Objects.requireNonNullElse(d.form(), DecisionForm.CLAUSE)
                                + (Boolean.TRUE.equals(d.numbered()) ? " numbered " : " ") + sentence
                                + (d.sentTo().isEmpty() ? "" : " till " + d.sentTo()))));
        item.conflictsOfInterest().forEach(c -> lines.add("  " + c));
        item.proposals().forEach(p -> lines.add("  " + p));
        lines.add("  order " + item.propositionOrder());
        item.votes().forEach(v -> lines.add("  " + v));
        item.abstentions().forEach(a -> lines.add("  " + a));
        item.reservations().forEach(r -> lines.add("  " + r));
        item.attachments().forEach(a -> lines.add("  " + a));
        return lines;
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

    static String nameOf(Item item) {
        return plain("§ " + item.number() + " " + text(item.heading()));
    }

    /** A matter as text that was taken out of pages can show it; where a heading within it stands for one of its own, that looks the same. */
    static List<String> bareText(Item item) {
        return item(item).map(Structure::plain).toList();
    }

    /** The same without how the text under a heading is cut into paragraphs, entries and cells. */
    static List<String> words(Item item) {
        var text = new ArrayList<String>();
        var rest = new ArrayList<String>();
        words(item, text, rest);
        Stream<String> facts = rest.stream().sorted(Comparator.comparing(line -> line.split("[ \\[]", 2)[0]));
        return Stream.concat(
                        Stream.concat(Stream.of(item.number() + " " + text(item.heading())), facts),
                        Stream.of(String.join(" ", text).replaceAll("\\s+", " ").strip()))
                .map(Structure::plain)
                .toList();
    }

    /** The same of all matters, in whatever matter it stands. */
    static List<String> wordsOfAll(Draft draft) {
        var text = new ArrayList<String>();
        var rest = new ArrayList<String>();
        draft.items().forEach(item -> {
            text.add(text(item.heading()));
            words(item, text, rest);
        });
        return Stream.concat(rest.stream(), Stream.of(String.join(" ", text).replaceAll("\\s+", " ")))
                .map(Structure::plain)
                .toList();
    }

    private static void words(Item item, List<String> text, List<String> rest) {
        List<String> lines = alone(item);
        lines.stream()
                .filter(line -> BLOCK.matcher(line).lookingAt())
                .map(line -> BLOCK.matcher(line).replaceFirst(""))
                .forEach(text::add);
        lines.stream()
                .skip(1)
                .map(String::strip)
                .filter(line -> !BLOCK.matcher("  " + line).lookingAt() && !line.endsWith(" null"))
                .forEach(rest::add);
        item.subItems().forEach(sub -> {
            text.add(text(sub.heading()));
            words(sub, text, rest);
        });
    }

    /** Tables, row by row, and quotations. */
    static List<String> tablesAndQuotations(Item item) {
        return Stream.concat(
                        item.blocks().stream()
                                .filter(block -> block.type() == BlockType.TABLE || block.type() == BlockType.QUOTE)
                                .flatMap(block -> {
                                    var lines = new ArrayList<String>();
                                    block(block, "", lines);
                                    return lines.stream();
                                }),
                        item.subItems().stream().flatMap(sub -> tablesAndQuotations(sub).stream()))
                .map(Structure::plain)
                .toList();
    }

    /** All lines that are set as headings within a matter. */
    static List<String> headings(Item item) {
        return Stream.concat(
                        item.blocks().stream()
                                .filter(block -> block.type() == BlockType.SUBHEADING)
                                .map(block -> plain(text(block.text()))),
                        item.subItems().stream()
                                .flatMap(sub ->
                                        Stream.concat(Stream.of(plain(text(sub.heading()))), headings(sub).stream())))
                .toList();
    }

    private static String plain(String text) {
        return RESERVES.matcher(text)
                .replaceFirst("text=")
                .replaceAll("\\*{1,2}(?=\\S)([^*]+)(?<=\\S)\\*{1,2}", "$1")
                .replaceAll("\\[([^]^]+)]\\([^)]*\\)", "$1")
                .replaceAll("(?<=\\S)\\s+", " ");
    }

    static List<String> signatories(Draft draft) {
        return draft.signatories().stream()
                .map(s -> text(s.name()) + " | " + s.role() + " | "
                        + text(s.title()).replace("Ordförande", ""))
                .toList();
    }

    static List<String> rest(Draft draft) {
        var rest = notes(draft);
        draft.nextMeetings().forEach(m -> rest.add("next " + m.date() + " " + times(m)));
        return rest;
    }

    private static List<String> notes(Draft draft) {
        var notes = new ArrayList<String>();
        draft.footnotes().forEach(f -> notes.add("note " + text(f.mark()) + " " + plain(text(f.text()))));
        return notes;
    }

    /**
     * The same with the attachments that no matter names already, which the pages say once, and with what the text of
     * matters says of coming meetings.
     */
    static List<String> restAsBareText(Draft draft) {
        var rest = notes(draft);
        draft.attachments().stream()
                .filter(a -> draft.items().stream()
                        .noneMatch(item -> item.attachments().contains(a)))
                .forEach(a -> rest.add("attachment " + text(a.label()) + " " + text(a.title())));
        Stream.concat(draft.nextMeetings().stream(), announced(draft).stream())
                .map(m -> "next " + day(draft, m) + " " + times(m))
                .distinct()
                .sorted()
                .forEach(rest::add);
        return rest;
    }

    /** What the text of matters says of coming meetings. */
    private static List<Draft.NextMeeting> announced(Draft draft) {
        var coming = new ComingMeetings(dayOf(draft), true);
        draft.items().stream()
                .flatMap(item -> item.blocks().stream())
                .map(Block::text)
                .filter(Objects::nonNull)
                .map(text -> new TextBlock(List.of(Line.of(text)), 1, false, false))
                .forEach(block -> coming.read(new Section(null, null, List.of(block))));
        return coming.meetings();
    }

    private static @Nullable LocalDate dayOf(Draft draft) {
        return draft.meeting() == null ? null : draft.meeting().date();
    }

    /** As the words say it where nothing else does. */
    private static @Nullable LocalDate day(Draft draft, Draft.NextMeeting next) {
        LocalDate meeting = dayOf(draft);
        return next.date() != null || meeting == null
                ? next.date()
                : Dates.comingAfter(text(next.text()), meeting).orElse(null);
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
