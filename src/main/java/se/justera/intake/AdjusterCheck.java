package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendanceStatus;
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
        List<Attendee> present =
                entries.stream().filter(AdjusterCheck::wasThere).toList();
        if (present.isEmpty()) {
            return Optional.of(new Finding(at, "adjuster-absent", name));
        }
        if (present.stream().allMatch(AdjusterCheck::isIdleSubstitute)) {
            return Optional.of(new Finding(at, "adjuster-substitute", name));
        }
        String missed = missed(present, draft);
        return missed.isEmpty() ? Optional.empty() : Optional.of(new Finding(at, "adjuster-left", name, missed));
    }

    private static boolean wasThere(Attendee attendee) {
        return attendee.status() != AttendanceStatus.ABSENT && attendee.status() != AttendanceStatus.EXCUSED;
    }

    /** A substitute whose heading or title does not say that they served in a member's place. */
    private static boolean isIdleSubstitute(Attendee attendee) {
        return attendee.role() == AttendeeRole.SUBSTITUTE && !serves(attendee.group()) && !serves(attendee.title());
    }

    private static boolean serves(@Nullable String text) {
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        boolean says = lower.contains("tjänstg") || lower.contains("tjg");
        return says && !lower.contains("ej tj") && !lower.contains("icke tj");
    }

    private static String missed(List<Attendee> present, Draft draft) {
        if (present.stream().anyMatch(a -> a.presentFor().isEmpty())) {
            return "";
        }
        Stream<Integer> numbers = draft.items().stream().map(Draft.Item::number).filter(Objects::nonNull);
        return numbers.filter(n -> present.stream().noneMatch(a -> covers(a, n)))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static boolean covers(Attendee attendee, int number) {
        return attendee.presentFor().stream().anyMatch(r -> r.size() == 2 && r.get(0) <= number && number <= r.get(1));
    }
}
