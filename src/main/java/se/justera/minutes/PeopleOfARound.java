package se.justera.minutes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;

/**
 * Makes the participants of a round out of a draft: one per person, whatever roles they have; the same person keeps
 * their id from round to round, so that an old link still opens their page.
 */
final class PeopleOfARound {

    private final Supplier<UUID> ids;

    PeopleOfARound(Supplier<UUID> ids) {
        this.ids = ids;
    }

    List<Participant> of(Minutes minutes, Function<String, Optional<String>> addressOf) {
        MinutesView view = minutes.view();
        Map<String, List<Signatory>> linesOfPerson = new LinkedHashMap<>();
        for (Signatory line : view.draft().signatories()) {
            String key = name(line) + "\n" + address(line, addressOf).toLowerCase(Locale.ROOT);
            linesOfPerson.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
        }
        String chair = Shortcomings.chairOf(view.draft()).orElseThrow();
        var people = new ArrayList<Participant>();
        boolean reviewerFound = false;
        for (List<Signatory> lines : linesOfPerson.values()) {
            Signatory first = lines.get(0);
            boolean reviewer = !reviewerFound && name(first).equals(chair);
            reviewerFound |= reviewer;
            people.add(waiting(minutes, name(first), address(first, addressOf), lines, people.size() + 1, reviewer));
        }
        if (!reviewerFound) {
            people.add(waiting(minutes, chair, addressOf.apply(chair).orElseThrow(), List.of(), null, true));
        }
        secretaryBesides(view.draft(), people)
                .flatMap(name -> addressOf.apply(name).map(at -> waiting(minutes, name, at, List.of(), null, false)))
                .ifPresent(people::add);
        return List.copyOf(people);
    }

    /** Who kept the minutes without signing them: nobody asks anything of them, but they are told what becomes of it. */
    private static Optional<String> secretaryBesides(Draft draft, List<Participant> people) {
        return draft.attendance().stream()
                .filter(a -> a.role() == AttendeeRole.SECRETARY)
                .map(Attendee::name)
                .filter(name -> name != null && !name.isBlank())
                .filter(name -> people.stream()
                        .noneMatch(p -> p.isSecretary() || p.name().equals(name)))
                .findFirst();
    }

    private Participant waiting(
            Minutes minutes,
            String name,
            String email,
            List<Signatory> lines,
            @Nullable Integer signatureNumber,
            boolean reviewer) {
        MinutesView view = minutes.view();
        return new Participant(
                idOf(minutes, name, email),
                view.tenant(),
                view.id(),
                name,
                email,
                lines.stream()
                        .map(Signatory::role)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                lines.stream()
                        .map(Signatory::title)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                signatureNumber,
                reviewer,
                ParticipantState.WAITING,
                null,
                null,
                null,
                null);
    }

    private ParticipantId idOf(Minutes minutes, String name, String email) {
        List<Participant> before = minutes.participants().stream()
                .filter(p -> p.name().equals(name))
                .toList();
        return before.stream()
                .filter(p -> p.email().equalsIgnoreCase(email))
                .findFirst()
                .map(Participant::id)
                .orElseGet(() -> new ParticipantId(ids.get()));
    }

    private static String name(Signatory line) {
        return Objects.requireNonNull(line.name(), "checked before: a signatory has a name");
    }

    private static String address(Signatory line, Function<String, Optional<String>> addressOf) {
        String written = line.email();
        return written != null && !written.isBlank()
                ? written
                : addressOf.apply(name(line)).orElseThrow();
    }
}
