package se.justera.intake;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;

/** Who serves at a meeting: members, and substitutes in a member's place (KL 5:66). */
final class Serving {

    private static final Pattern NOT = Pattern.compile("(?:ej|icke|inte)[ -]?(?:tj|tjg)");
    private static final Set<AttendeeRole> MEMBERS = EnumSet.of(
            AttendeeRole.CHAIR,
            AttendeeRole.FIRST_VICE_CHAIR,
            AttendeeRole.SECOND_VICE_CHAIR,
            AttendeeRole.VICE_CHAIR,
            AttendeeRole.MEMBER);

    private Serving() {}

    /** True for "tjänstgörande ersättare", false for "ej tjg. ers.", empty where the text says neither. */
    static Optional<Boolean> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.contains("tjänstg") && !lower.contains("tjg") && !lower.contains("tj.")) {
            return Optional.empty();
        }
        return Optional.of(!NOT.matcher(lower).find());
    }

    /** True for "ersätter Bo Ask": whoever sits in a member's place serves. */
    static boolean replaces(String text) {
        return text.matches("(?iu)(?:ersätter|i ?stället för) .+");
    }

    /** Whether a substitute served, where the draft says so in any way. */
    static Optional<Boolean> of(Attendee substitute) {
        if (substitute.serving() != null) {
            return Optional.of(substitute.serving());
        }
        return Stream.of(substitute.title(), substitute.group())
                .flatMap(text -> in(text == null ? "" : text).stream())
                .findFirst();
    }

    static boolean isMember(Attendee attendee) {
        return attendee.role() != null && MEMBERS.contains(attendee.role());
    }

    static boolean wasThere(Attendee attendee) {
        return attendee.status() != AttendanceStatus.ABSENT && attendee.status() != AttendanceStatus.EXCUSED;
    }

    /** True for whoever decides: a member, or a substitute who served, at the meeting. */
    static boolean decides(Attendee attendee) {
        boolean substitute = attendee.role() == AttendeeRole.SUBSTITUTE;
        return wasThere(attendee)
                && (isMember(attendee) || (substitute && of(attendee).orElse(false)));
    }

    /** True if the attendee was there for that §, by the draft. */
    static boolean covers(Attendee attendee, int number) {
        return attendee.presentFor().isEmpty()
                || attendee.presentFor().stream()
                        .anyMatch(r -> r.size() == 2 && r.get(0) <= number && number <= r.get(1));
    }
}
