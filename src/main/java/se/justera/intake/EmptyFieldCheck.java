package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.NextMeeting;

/** What a reader misses where it stands empty. */
final class EmptyFieldCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        if (draft.meeting() == null || isBlank(draft.meeting().place())) {
            findings.add(new Finding("/meeting/place", "no-place"));
        }
        if (draft.caseNumber() != null && draft.caseNumber().isBlank()) {
            findings.add(new Finding("/caseNumber", "no-case-number"));
        }
        for (int i = 0; i < draft.attendance().size(); i++) {
            if (isBlank(draft.attendance().get(i).name())) {
                findings.add(new Finding("/attendance/" + i + "/name", "no-name"));
            }
        }
        DraftCheck.matters(draft).forEach(matter -> look(matter.item(), matter.at(), findings));
        for (int i = 0; i < draft.footnotes().size(); i++) {
            if (isBlank(draft.footnotes().get(i).text())) {
                findings.add(new Finding("/footnotes/" + i + "/text", "no-note"));
            }
        }
        for (int i = 0; i < draft.nextMeetings().size(); i++) {
            look(draft.nextMeetings().get(i), "/nextMeetings/" + i, findings);
        }
        return findings;
    }

    private static void look(Item item, String at, List<Finding> findings) {
        if (isBlank(item.heading()) && item.number() != null) {
            findings.add(
                    new Finding(at + "/heading", "no-heading", item.number().toString()));
        }
        for (int i = 0; i < item.decisions().size(); i++) {
            if (isBlank(item.decisions().get(i).text())) {
                findings.add(new Finding(at + "/decisions/" + i + "/text", "no-decision"));
            }
        }
    }

    private static void look(NextMeeting next, String at, List<Finding> findings) {
        String text = next.text() == null ? "" : next.text();
        if (next.date() == null) {
            findings.add(
                    text.isBlank()
                            ? new Finding(at, "next-empty")
                            : new Finding(at, "next-no-date", Findings.start(text)));
        } else if (text.matches("(?s)\\d{6}\\b.*")) {
            findings.add(new Finding(at, "next-six-digits", Findings.start(text)));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
