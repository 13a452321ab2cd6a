package se.justera.desk.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.desk.pages.Typed.Misread;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Adjournment;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MeetingMode;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.NextMeeting;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Lays what was typed over the draft that the form was made of: what the form does not show stays as it was. */
final class FormAsDraft {

    private final DraftForm form;
    private final Draft before;
    private final List<Misread> misread = new ArrayList<>();

    FormAsDraft(DraftForm form, Draft before) {
        this.form = form;
        this.before = before;
    }

    Draft draft() {
        var facts = new Typed("", form.facts(), misread);
        return new Draft(
                association(facts),
                facts.choice("kind", MinutesKind.class),
                before.title(),
                before.subtitle(),
                facts.text("body", before.body()),
                facts.text("caseNumber", before.caseNumber()),
                before.pageHeader(),
                facts.text("pageFooter", before.pageFooter()),
                meeting(facts),
                before.numbering(),
                attendance(),
                items(),
                before.footnotes(),
                before.attachments(),
                nextMeetings(),
                facts.date("adjustmentDay"),
                facts.time("adjustmentTime"),
                facts.text("adjustmentPlace", before.adjustmentPlace()),
                facts.tick("immediateAdjustment", before.immediateAdjustment()),
                signatories(),
                before.layout());
    }

    /** Fields that could not be understood; meaningful after {@link #draft()}. */
    List<Misread> misread() {
        return List.copyOf(misread);
    }

    private @Nullable AssociationName association(Typed facts) {
        var was = Objects.requireNonNullElse(before.association(), new AssociationName(null, null));
        var now = new AssociationName(
                facts.text("association.name", was.name()),
                was.shortName(),
                facts.text("association.orgNumber", was.orgNumber()));
        return before.association() == null && now.equals(new AssociationName(null, null)) ? null : now;
    }

    private @Nullable Meeting meeting(Typed facts) {
        var was = Objects.requireNonNullElse(before.meeting(), new Meeting(null, null, null, null, null, null, null));
        var now = new Meeting(
                facts.number("meeting.number"),
                facts.number("meeting.year"),
                facts.date("meeting.date"),
                facts.time("meeting.start"),
                facts.time("meeting.end"),
                facts.text("meeting.place", was.place()),
                facts.choice("meeting.mode", MeetingMode.class),
                was.bodySize(),
                was.remoteDecision(),
                adjournments());
        boolean empty = now.equals(new Meeting(null, null, null, null, null, null, null));
        return empty && before.meeting() == null ? null : now;
    }

    private List<Adjournment> adjournments() {
        var adjournments = new ArrayList<Adjournment>();
        each(
                Section.ADJOURNMENTS,
                (row, typed) -> adjournments.add(new Adjournment(
                        typed.time("start"),
                        typed.time("end"),
                        typed.number("afterItem"),
                        typed.number("beforeItem"))));
        return adjournments;
    }

    private List<Attendee> attendance() {
        var attendance = new ArrayList<Attendee>();
        each(Section.ATTENDANCE, (row, typed) -> {
            var was = was(row, before.attendance())
                    .orElse(new Attendee(null, null, null, null, null, null, null, null, List.of()));
            attendance.add(new Attendee(
                    typed.text("name", was.name()),
                    typed.choice("role", AttendeeRole.class),
                    was.title(),
                    was.party(),
                    typed.text("represents", was.represents()),
                    was.abbreviation(),
                    was.group(),
                    typed.choice("status", AttendanceStatus.class),
                    was.serving(),
                    typed.tick("remote", was.remote()),
                    was.presentFor()));
        });
        return attendance;
    }

    private List<Signatory> signatories() {
        var signatories = new ArrayList<Signatory>();
        each(Section.SIGNATORIES, (row, typed) -> {
            var was = was(row, before.signatories()).orElse(new Signatory(null, null, null, null));
            signatories.add(new Signatory(
                    typed.text("name", was.name()),
                    typed.choice("role", SignatoryRole.class),
                    typed.text("title", was.title()),
                    was.label(),
                    typed.text("email", was.email())));
        });
        return signatories;
    }

    private List<NextMeeting> nextMeetings() {
        var meetings = new ArrayList<NextMeeting>();
        each(Section.NEXT_MEETINGS, (row, typed) -> {
            var was = was(row, before.nextMeetings()).orElse(new NextMeeting(null, null));
            meetings.add(new NextMeeting(typed.text("text", was.text()), typed.date("date"), was.start(), was.end()));
        });
        return meetings;
    }

    private List<Item> items() {
        var rows = new ArrayDeque<ItemRow>();
        each(Section.ITEMS, (row, typed) -> rows.add(new ItemRow(row, typed)));
        return items(rows, 0);
    }

    private List<Item> items(Deque<ItemRow> rows, int depth) {
        var items = new ArrayList<Item>();
        while (!rows.isEmpty() && DraftForm.depth(rows.getFirst().row()) >= depth) {
            ItemRow row = rows.removeFirst();
            items.add(item(row, items(rows, depth + 1)));
        }
        return items;
    }

    private Item item(ItemRow row, List<Item> subItems) {
        Typed typed = row.typed();
        Item was = itemBefore(row.row().getOrDefault("was", ""))
                .orElse(new Item(null, null, List.of(), List.of(), null, List.of()));
        return new Item(
                typed.number("number"),
                typed.text("heading", was.heading()),
                was.kind(),
                was.presenter(),
                typed.text("caseNumber", was.caseNumber()),
                PlainText.read(row.row().getOrDefault("text", ""), was.blocks()),
                was.proposals(),
                was.propositionOrder(),
                was.votes(),
                decisions(row.row().getOrDefault("decisions", ""), was.decisions()),
                was.reservations(),
                was.conflictsOfInterest(),
                was.abstentions(),
                was.attachments(),
                typed.tick("withdrawn", was.withdrawn()),
                typed.tick("immediateAdjustment", was.immediateAdjustment()),
                subItems);
    }

    private static List<Decision> decisions(String lines, List<Decision> before) {
        var unused = new ArrayList<>(before);
        boolean numbered = !before.isEmpty() && before.stream().allMatch(d -> Boolean.TRUE.equals(d.numbered()));
        var decisions = new ArrayList<Decision>();
        for (String line : PlainText.unified(lines).split("\n", -1)) {
            Decision same = unused.stream()
                    .filter(d -> DraftAsForm.line(d).equals(line.strip()))
                    .findFirst()
                    .orElse(new Decision(line.strip(), null, null, List.of(), numbered ? true : null));
            unused.remove(same);
            if (!line.isBlank()) {
                decisions.add(same);
            }
        }
        return decisions;
    }

    /** @param path indexes from the top, e.g. {@code 3.0} */
    private Optional<Item> itemBefore(String path) {
        List<Item> level = before.items();
        Item found = null;
        for (String step : path.split("\\.", -1)) {
            if (!step.matches("\\d{1,5}") || Integer.parseInt(step) >= level.size()) {
                return Optional.empty();
            }
            found = level.get(Integer.parseInt(step));
            level = found.subItems();
        }
        return Optional.ofNullable(found);
    }

    private static <T> Optional<T> was(Map<String, String> row, List<T> before) {
        String index = row.getOrDefault("was", "");
        return index.matches("\\d{1,5}") && Integer.parseInt(index) < before.size()
                ? Optional.of(before.get(Integer.parseInt(index)))
                : Optional.empty();
    }

    // a fresh row in which nobody typed is no row; one that shows something of the draft goes only when it is removed
    private void each(Section section, RowReader reader) {
        List<Map<String, String>> rows = form.rowsOf(section);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            if (!section.isEmpty(row) || !row.getOrDefault("was", "").isBlank()) {
                reader.read(row, new Typed(section.property() + "-" + i + "-", row, misread));
            }
        }
    }

    private record ItemRow(Map<String, String> row, Typed typed) {}

    private interface RowReader {
        void read(Map<String, String> row, Typed typed);
    }
}
