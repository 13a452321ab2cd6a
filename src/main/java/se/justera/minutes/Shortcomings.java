package se.justera.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Finds what a draft lacks before it can be reviewed, sealed and signed. */
public final class Shortcomings {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;:\"]{1,64}@[^@\\s<>,;:\"]{1,255}");

    private Shortcomings() {}

    /**
     * Everything that keeps this draft from being submitted, in the order of the draft; empty if it can be.
     *
     * @param addressOf the association's mail address of the person of that exact name, if it has one
     */
    public static List<Shortcoming> of(Draft draft, Function<String, Optional<String>> addressOf) {
        var found = new ArrayList<Shortcoming>();
        require(
                draft.association() != null && hasText(draft.association().name()),
                "/association/name",
                Shortcoming.Kind.NO_ASSOCIATION,
                found);
        require(
                draft.meeting() != null && draft.meeting().date() != null,
                "/meeting/date",
                Shortcoming.Kind.NO_MEETING_DATE,
                found);
        require(
                draft.attendance().stream().anyMatch(a -> hasText(a.name())),
                "/attendance",
                Shortcoming.Kind.NO_ATTENDANCE,
                found);
        require(!draft.items().isEmpty(), "/items", Shortcoming.Kind.NO_ITEMS, found);
        require(!draft.signatories().isEmpty(), "/signatories", Shortcoming.Kind.NO_SIGNATORIES, found);
        for (int i = 0; i < draft.signatories().size(); i++) {
            checkSignatory(draft.signatories().get(i), "/signatories/" + i, addressOf, found);
        }
        checkChair(draft, addressOf, found);
        return List.copyOf(found);
    }

    /**
     * The name of the person who reviews the draft: the signing chair, else the chair of the attendance.
     */
    public static Optional<String> chairOf(Draft draft) {
        return draft.signatories().stream()
                .filter(s -> s.role() == SignatoryRole.CHAIR && hasText(s.name()))
                .map(Signatory::name)
                .findFirst()
                .or(() -> draft.attendance().stream()
                        .filter(a -> a.role() == AttendeeRole.CHAIR && hasText(a.name()))
                        .map(a -> a.name())
                        .findFirst());
    }

    /** True for something that can stand in a mail's To field. */
    public static boolean isAddress(@Nullable String text) {
        return text != null && ADDRESS.matcher(text).matches();
    }

    private static void checkSignatory(
            Signatory signatory, String at, Function<String, Optional<String>> addressOf, List<Shortcoming> found) {
        require(signatory.role() != null, at + "/role", Shortcoming.Kind.SIGNATORY_WITHOUT_ROLE, found);
        String name = signatory.name();
        if (name == null || name.isBlank()) {
            found.add(new Shortcoming(at + "/name", Shortcoming.Kind.SIGNATORY_WITHOUT_NAME));
        } else if (hasText(signatory.email())) {
            require(isAddress(signatory.email()), at + "/email", Shortcoming.Kind.BAD_ADDRESS, found);
        } else {
            require(addressOf.apply(name).isPresent(), at + "/email", Shortcoming.Kind.NO_ADDRESS, found);
        }
    }

    private static void checkChair(Draft draft, Function<String, Optional<String>> addressOf, List<Shortcoming> found) {
        if (draft.signatories().stream().anyMatch(s -> s.role() == SignatoryRole.CHAIR)) {
            return;
        }
        Optional<String> chair = chairOf(draft);
        if (chair.isEmpty()) {
            found.add(new Shortcoming("/signatories", Shortcoming.Kind.NO_CHAIR));
        } else if (draft.signatories().stream().noneMatch(s -> chair.get().equals(s.name()) && hasText(s.email()))
                && addressOf.apply(chair.get()).isEmpty()) {
            found.add(new Shortcoming("/attendance", Shortcoming.Kind.NO_ADDRESS_OF_CHAIR));
        }
    }

    private static void require(boolean holds, String at, Shortcoming.Kind kind, List<Shortcoming> found) {
        if (!holds) {
            found.add(new Shortcoming(at, kind));
        }
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
