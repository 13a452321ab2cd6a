package se.justera.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.Item;

/**
 * More than half of a body's members decide with effect (KL 6:27): substitutes who serve count for members, whoever is
 * disqualified does not count (KL 6:28), and whoever had left does not either.
 */
final class QuorumCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        int members = members(draft);
        if (members == 0 || draft.kind() == Draft.MinutesKind.NOTES || !isToldApart(draft)) {
            return List.of();
        }
        long deciding =
                distinct(draft.attendance().stream().filter(Serving::decides).toList());
        if (deciding * 2 <= members) {
            return List.of(new Finding("/attendance", "quorum", "" + deciding, "" + members));
        }
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < draft.items().size(); i++) {
            Item item = draft.items().get(i);
            long left = deciding(draft.attendance(), item);
            if (left * 2 <= members && !item.decisions().isEmpty()) {
                String number = item.number() == null ? "" : item.number().toString();
                findings.add(new Finding("/items/" + i, "quorum-item", "" + left, "" + members, number));
            }
        }
        return findings;
    }

    /** As the draft says, else as many as it lists. */
    private static int members(Draft draft) {
        Integer size = draft.meeting() == null ? null : draft.meeting().bodySize();
        return size == null
                ? (int) distinct(
                        draft.attendance().stream().filter(Serving::isMember).toList())
                : size;
    }

    /** Where nothing says which substitutes served, nothing can be counted. */
    private static boolean isToldApart(Draft draft) {
        return draft.attendance().stream()
                .filter(a -> a.role() == Draft.AttendeeRole.SUBSTITUTE && Serving.wasThere(a))
                .allMatch(a -> Serving.of(a).isPresent());
    }

    private static long deciding(List<Attendee> attendance, Item item) {
        Set<String> disqualified = item.conflictsOfInterest().stream()
                .map(ConflictOfInterest::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> replacing = item.conflictsOfInterest().stream()
                .map(ConflictOfInterest::replacedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Integer number = item.number();
        return distinct(attendance.stream()
                .filter(a -> Serving.decides(a) || replacing.contains(String.valueOf(a.name())))
                .filter(a -> !disqualified.contains(String.valueOf(a.name())))
                .filter(a -> number == null || Serving.covers(a, number))
                .toList());
    }

    private static long distinct(List<Attendee> people) {
        return people.stream()
                .map(Attendee::name)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }
}
