package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import se.justera.minutes.Deliberation.Choice;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;

/** Whoever is disqualified in a matter neither takes part in it nor is present for it (KL 6:28–30). */
final class ConflictCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < draft.items().size(); i++) {
            Item item = draft.items().get(i);
            for (ConflictOfInterest conflict : item.conflictsOfInterest()) {
                String name = conflict.name() == null ? "" : conflict.name().strip();
                if (!name.isEmpty()) {
                    look(name, item, "/items/" + i, findings);
                    present(name, item, draft, findings);
                }
            }
        }
        return findings;
    }

    private static void look(String name, Item item, String at, List<Finding> findings) {
        for (int i = 0; i < item.votes().size(); i++) {
            var ballots = item.votes().get(i).ballots();
            for (int j = 0; j < ballots.size(); j++) {
                if (name.equals(ballots.get(j).name()) && ballots.get(j).choice() != Choice.ABSENT) {
                    findings.add(new Finding(at + "/votes/" + i + "/ballots/" + j, "conflict-voted", name));
                }
            }
        }
        for (int i = 0; i < item.proposals().size(); i++) {
            if (String.valueOf(item.proposals().get(i).by()).contains(name)) {
                findings.add(new Finding(at + "/proposals/" + i + "/by", "conflict-proposed", name));
            }
        }
        for (int i = 0; i < item.reservations().size(); i++) {
            if (item.reservations().get(i).names().contains(name)) {
                findings.add(new Finding(at + "/reservations/" + i, "conflict-reserved", name));
            }
        }
        for (int i = 0; i < item.decisions().size(); i++) {
            if (decides(name, String.valueOf(item.decisions().get(i).text()))) {
                findings.add(new Finding(at + "/decisions/" + i + "/text", "conflict-decides", name));
            }
        }
    }

    /** True for "Ordförande Bo Ask beslutar …"; a decision about somebody names them too. */
    private static boolean decides(String name, String decision) {
        int end = decision.indexOf(name) + name.length();
        return decision.contains(name)
                && decision.substring(end).matches("(?s) (?:beslut|godkän|fastställ|avgör|tillstyrk).*");
    }

    /** A list that names the very § among those somebody was there for. */
    private static void present(String name, Item item, Draft draft, List<Finding> findings) {
        Integer number = item.number();
        for (int i = 0; number != null && i < draft.attendance().size(); i++) {
            Draft.Attendee attendee = draft.attendance().get(i);
            boolean there = name.equals(attendee.name())
                    && !attendee.presentFor().isEmpty()
                    && Serving.covers(attendee, number);
            if (there) {
                findings.add(
                        new Finding("/attendance/" + i + "/presentFor", "conflict-present", name, number.toString()));
            }
        }
    }
}
