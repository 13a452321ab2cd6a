package se.justera.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;

/** Minutes say which members and substitutes served (KL 5:66). */
final class ServingCheck implements DraftCheck {

    private static final Pattern MIXED = Pattern.compile("(?:närvarande|närvaro|deltagare|deltog|deltagande|namn)");

    @Override
    public List<Finding> look(Draft draft) {
        if (draft.kind() == Draft.MinutesKind.NOTES) {
            return List.of();
        }
        String untold = draft.attendance().stream()
                .filter(a -> a.role() == AttendeeRole.SUBSTITUTE && Serving.wasThere(a))
                .filter(a -> Serving.of(a).isEmpty())
                .map(a -> String.valueOf(a.name()))
                .collect(Collectors.joining(", "));
        if (!untold.isEmpty()) {
            return List.of(new Finding("/attendance", "serving-unknown", untold));
        }
        boolean substitutes = draft.attendance().stream().anyMatch(a -> a.role() == AttendeeRole.SUBSTITUTE);
        boolean mixed = draft.attendance().stream().anyMatch(ServingCheck::isMixed);
        return mixed && !substitutes ? List.of(new Finding("/attendance", "members-not-told")) : List.of();
    }

    private static boolean isMixed(Attendee attendee) {
        String group = attendee.group() == null ? "" : attendee.group().toLowerCase(Locale.ROOT);
        boolean untold = attendee.role() == null && group.isEmpty();
        return Serving.wasThere(attendee)
                && (untold
                        || (attendee.role() == AttendeeRole.MEMBER
                                && MIXED.matcher(group).matches()));
    }
}
