package se.justera.desk.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Adjournment;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.Meeting;

/** Shows a draft in a form. */
final class DraftAsForm {

    private DraftAsForm() {}

    static DraftForm of(Draft draft, String json, @Nullable Long version) {
        var rows = new HashMap<Section, List<Map<String, String>>>();
        rows.put(Section.ADJOURNMENTS, adjournments(draft.meeting()));
        rows.put(Section.ATTENDANCE, attendance(draft));
        rows.put(Section.ITEMS, items(draft.items(), 0, ""));
        rows.put(Section.SIGNATORIES, signatories(draft));
        rows.put(Section.NEXT_MEETINGS, nextMeetings(draft));
        return new DraftForm(json, version, facts(draft), rows);
    }

    private static Map<String, String> facts(Draft draft) {
        var facts = new LinkedHashMap<String, String>();
        var association = Objects.requireNonNullElse(draft.association(), new AssociationName(null, null));
        put(facts, "association.name", association.name());
        put(facts, "association.orgNumber", association.orgNumber());
        put(facts, "kind", draft.kind());
        put(facts, "body", draft.body());
        put(facts, "caseNumber", draft.caseNumber());
        put(facts, "pageFooter", draft.pageFooter());
        put(facts, "adjustmentDay", draft.adjustmentDay());
        put(facts, "adjustmentTime", draft.adjustmentTime());
        put(facts, "adjustmentPlace", draft.adjustmentPlace());
        put(facts, "immediateAdjustment", ticked(draft.immediateAdjustment()));
        Meeting meeting = draft.meeting();
        if (meeting != null) {
            put(facts, "meeting.number", meeting.number());
            put(facts, "meeting.year", meeting.year());
            put(facts, "meeting.date", meeting.date());
            put(facts, "meeting.start", meeting.start());
            put(facts, "meeting.end", meeting.end());
            put(facts, "meeting.place", meeting.place());
            put(facts, "meeting.mode", meeting.mode());
        }
        return facts;
    }

    private static List<Map<String, String>> adjournments(@Nullable Meeting meeting) {
        var rows = new ArrayList<Map<String, String>>();
        for (var adjournment : meeting == null ? List.<Adjournment>of() : meeting.adjournments()) {
            var row = row(rows.size());
            put(row, "start", adjournment.start());
            put(row, "end", adjournment.end());
            put(row, "afterItem", adjournment.afterItem());
            put(row, "beforeItem", adjournment.beforeItem());
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, String>> attendance(Draft draft) {
        var rows = new ArrayList<Map<String, String>>();
        for (var attendee : draft.attendance()) {
            var row = row(rows.size());
            put(row, "name", attendee.name());
            put(row, "role", attendee.role());
            put(row, "represents", attendee.represents());
            put(row, "status", attendee.status());
            put(row, "remote", ticked(attendee.remote()));
            rows.add(row);
        }
        return rows;
    }

    /** Matters and those under them, in the order they are printed. */
    private static List<Map<String, String>> items(List<Item> items, int depth, String above) {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            var row = new HashMap<String, String>();
            row.put("was", above + i);
            row.put("depth", String.valueOf(depth));
            put(row, "number", item.number());
            put(row, "heading", item.heading());
            row.put("text", PlainText.of(item.blocks()));
            row.put("decisions", decisions(item));
            put(row, "caseNumber", item.caseNumber());
            put(row, "withdrawn", ticked(item.withdrawn()));
            put(row, "immediateAdjustment", ticked(item.immediateAdjustment()));
            rows.add(row);
            rows.addAll(items(item.subItems(), depth + 1, above + i + "."));
        }
        return rows;
    }

    private static String decisions(Item item) {
        return item.decisions().stream().map(DraftAsForm::line).collect(Collectors.joining("\n"));
    }

    /** A decision on one line. */
    static String line(Decision decision) {
        return line(decision.text());
    }

    /** Text that fits into a field of one line: a browser would drop line ends without a trace. */
    static String line(@Nullable Object text) {
        return text == null ? "" : text.toString().strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static List<Map<String, String>> signatories(Draft draft) {
        var rows = new ArrayList<Map<String, String>>();
        for (var signatory : draft.signatories()) {
            var row = row(rows.size());
            put(row, "name", signatory.name());
            put(row, "role", signatory.role());
            put(row, "title", signatory.title());
            put(row, "email", signatory.email());
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, String>> nextMeetings(Draft draft) {
        var rows = new ArrayList<Map<String, String>>();
        for (var meeting : draft.nextMeetings()) {
            var row = row(rows.size());
            put(row, "text", meeting.text());
            put(row, "date", meeting.date());
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, String> row(int was) {
        var row = new HashMap<String, String>();
        row.put("was", String.valueOf(was));
        return row;
    }

    private static @Nullable String ticked(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value) ? "true" : null;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, line(value));
        }
    }
}
