package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Item;

/** What a draft says, one line for each thing, without how the file happened to lay it out. */
final class Structure {

    private Structure() {}

    static List<String> facts(Draft draft) {
        var facts = new ArrayList<String>();
        Draft.AssociationName association = draft.association();
        facts.add("association " + (association == null ? "" : association.name() + " " + association.orgNumber()));
        facts.add("kind " + draft.kind());
        facts.add("title " + Objects.requireNonNullElse(draft.title(), "Protokoll"));
        facts.add("case " + draft.caseNumber());
        Draft.Meeting meeting = Objects.requireNonNullElse(
                draft.meeting(), new Draft.Meeting(null, null, null, null, null, null, null));
        facts.add("meeting " + meeting.number() + " " + meeting.year() + " " + meeting.date() + " " + meeting.start()
                + " " + meeting.end() + " " + meeting.place() + " " + meeting.mode());
        return facts;
    }

    static List<String> people(Draft draft) {
        return draft.attendance().stream().map(Structure::person).toList();
    }

    private static String person(Attendee a) {
        return String.join(
                " | ",
                text(a.name()),
                String.valueOf(a.role()),
                text(a.title()),
                text(a.party()),
                text(a.represents()),
                String.valueOf(a.status()),
                a.role() == AttendeeRole.SUBSTITUTE ? String.valueOf(a.serving()) : "",
                String.valueOf(a.remote()),
                a.presentFor().toString());
    }

    static List<String> items(Draft draft) {
        return draft.items().stream().flatMap(Structure::item).toList();
    }

    private static Stream<String> item(Item item) {
        var lines = new ArrayList<String>();
        lines.add("§ " + item.number() + " " + text(item.heading())
                + (Boolean.TRUE.equals(item.withdrawn()) ? " (utgår)" : ""));
        item.blocks().forEach(b -> block(b, "", lines));
        item.decisions()
                .forEach(d -> lines.add("  beslut " + d.form() + " " + text(d.text())
                        + (d.sentTo().isEmpty() ? "" : " till " + d.sentTo())));
        item.subItems().forEach(sub -> item(sub).map(l -> "  " + l).forEach(lines::add));
        return lines.stream();
    }

    private static void block(Block block, String indent, List<String> lines) {
        lines.add(indent + "  " + block.type() + " " + text(block.text()));
        block.children().forEach(child -> block(child, indent + "  ", lines));
    }

    /** Matters as text that was taken out of pages can show them: without kinds of lists, and without emphasis. */
    static List<String> itemsAsBareText(Draft draft) {
        return draft.items().stream().flatMap(Structure::bareItem).toList();
    }

    private static Stream<String> bareItem(Item item) {
        var lines = new ArrayList<String>();
        lines.add("§ " + item.number() + " " + text(item.heading())
                + (Boolean.TRUE.equals(item.withdrawn()) ? " (utgår)" : ""));
        var words = new ArrayList<String>();
        item.blocks().forEach(b -> words(b, words));
        lines.add("  " + plain(String.join(" ", words)));
        item.decisions()
                .forEach(d -> lines.add("  beslut " + d.form() + " " + plain(text(d.text()))
                        + (d.sentTo().isEmpty() ? "" : " till " + d.sentTo())));
        return lines.stream();
    }

    private static void words(Block block, List<String> words) {
        if (block.text() != null) {
            words.add(block.text());
        }
        block.children().forEach(child -> words(child, words));
    }

    private static String plain(String text) {
        return text.replaceAll("\\*{1,2}(?=\\S)([^*]+)(?<=\\S)\\*{1,2}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static List<String> signatories(Draft draft) {
        return draft.signatories().stream()
                .map(s -> text(s.name()) + " | " + s.role() + " | "
                        + text(s.title()).replace("Ordförande", ""))
                .toList();
    }

    static List<String> rest(Draft draft) {
        var rest = new ArrayList<String>();
        draft.footnotes().forEach(f -> rest.add("note " + text(f.mark()) + " " + text(f.text())));
        draft.nextMeetings().forEach(m -> rest.add("next " + m.date() + " " + m.start() + " " + m.end()));
        return rest;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
