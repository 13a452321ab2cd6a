package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Deliberation.Choice;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;

/** Whoever is disqualified in a matter neither takes part in it nor is present for it (KL 6:28–30). */
final class ConflictCheck implements DraftCheck {

    private static final Pattern PARTY = Pattern.compile("\\s*\\([^()]{1,30}\\)");

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        for (Matter matter : DraftCheck.matters(draft)) {
            for (ConflictOfInterest conflict : matter.item().conflictsOfInterest()) {
                String name = bare(conflict.name());
                if (!name.isEmpty()) {
                    look(name, matter.item(), matter.at(), findings);
                    present(name, matter.item(), draft, findings);
                }
            }
        }
        return findings;
    }

    /** Without the party: "Eva Berg (S)" is Eva Berg. */
    private static String bare(@Nullable String name) {
        return name == null ? "" : PARTY.matcher(name).replaceAll("").strip();
    }

    private static void look(String name, Item item, String at, List<Finding> findings) {
        for (int i = 0; i < item.votes().size(); i++) {
            var ballots = item.votes().get(i).ballots();
            for (int j = 0; j < ballots.size(); j++) {
                if (name.equals(bare(ballots.get(j).name())) && ballots.get(j).choice() != Choice.ABSENT) {
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
            if (item.reservations().get(i).names().stream().anyMatch(n -> name.equals(bare(n)))) {
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
                && PARTY.matcher(decision.substring(end))
                        .replaceFirst("")
                        .matches("(?s) (?:beslut|godkän|fastställ|avgör|tillstyrk).*");
    }

    /** A list that names the very § among those somebody was there for. */
    private static void present(String name, Item item, Draft draft, List<Finding> findings) {
        Integer number = item.number();
        for (int i = 0; number != null && i < draft.attendance().size(); i++) {
            Draft.Attendee attendee = draft.attendance().get(i);
            boolean there = name.equals(bare(attendee.name()))
                    && !attendee.presentFor().isEmpty()
                    && Serving.covers(attendee, number);
            if (there) {
                findings.add(
                        new Finding("/attendance/" + i + "/presentFor", "conflict-present", name, number.toString()));
            }
        }
    }
}
