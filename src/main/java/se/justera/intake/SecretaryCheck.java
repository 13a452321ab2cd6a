package se.justera.intake;

import java.util.List;
import java.util.Locale;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.DraftJson;

/** Whoever kept the minutes signs them, and is named as secretary at their head or in a matter. */
final class SecretaryCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        boolean signs = draft.signatories().stream().anyMatch(s -> s.role() == SignatoryRole.SECRETARY);
        if (draft.signatories().isEmpty() || signs) {
            return signs && !isNamed(draft) ? List.of(new Finding("/attendance", "secretary-not-named")) : List.of();
        }
        return List.of(new Finding("/signatories", "no-secretary"));
    }

    private static boolean isNamed(Draft draft) {
        return draft.attendance().isEmpty()
                || draft.attendance().stream().anyMatch(a -> a.role() == AttendeeRole.SECRETARY)
                || DraftJson.texts(draft).values().stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("sekreterare"));
    }
}
