package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** An adjuster vouches for what was decided, and so was there, served, and stayed. */
final class AdjusterCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        if (draft.attendance().isEmpty()) {
            return findings;
        }
        for (int i = 0; i < draft.signatories().size(); i++) {
            Signatory signatory = draft.signatories().get(i);
            String name = signatory.name();
            if (signatory.role() == SignatoryRole.ADJUSTER && name != null && !name.isBlank()) {
                look(name, "/signatories/" + i + "/name", draft).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> look(String name, String at, Draft draft) {
        List<Attendee> entries =
                draft.attendance().stream().filter(a -> name.equals(a.name())).toList();
        if (entries.isEmpty()) {
            boolean misspelt = draft.attendance().stream().anyMatch(a -> Spelling.isClose(name, a.name()));
            return misspelt ? Optional.empty() : Optional.of(new Finding(at, "adjuster-not-listed", name));
        }
        List<Attendee> present = entries.stream().filter(Serving::wasThere).toList();
        if (present.isEmpty()) {
            return Optional.of(new Finding(at, "adjuster-absent", name));
        }
        if (present.stream().allMatch(AdjusterCheck::isIdleSubstitute)) {
            return Optional.of(new Finding(at, "adjuster-substitute", name));
        }
        String missed = missed(present, draft);
        return missed.isEmpty() ? Optional.empty() : Optional.of(new Finding(at, "adjuster-left", name, missed));
    }

    /** A substitute of whom nothing says that they served in a member's place. */
    private static boolean isIdleSubstitute(Attendee attendee) {
        return attendee.role() == AttendeeRole.SUBSTITUTE
                && !Serving.of(attendee).orElse(false);
    }

    private static String missed(List<Attendee> present, Draft draft) {
        if (present.stream().anyMatch(a -> a.presentFor().isEmpty())) {
            return "";
        }
        Stream<Integer> numbers = draft.items().stream().map(Draft.Item::number).filter(Objects::nonNull);
        return numbers.filter(n -> present.stream().noneMatch(a -> Serving.covers(a, n)))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
