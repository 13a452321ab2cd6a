package se.justera.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;

/** Invented people who take part in the adjustment of a test's minutes. */
final class Cast {

    static final TenantId TENANT = new TenantId(new UUID(0, 1));

    private final List<MinutesId> closed = new ArrayList<>();
    private final Map<ParticipantId, Participant> people = new ConcurrentHashMap<>();
    private final Map<MinutesId, List<ParticipantId>> rolls = new ConcurrentHashMap<>();

    /** The secretary, the chair who also reviews, and two adjusters. */
    MinutesId usual() {
        var minutes = nobody();
        join(minutes, "secretary", SignatoryRole.SECRETARY, false);
        join(minutes, "chair", SignatoryRole.CHAIR, true);
        join(minutes, "adjuster1", SignatoryRole.ADJUSTER, false);
        join(minutes, "adjuster2", SignatoryRole.ADJUSTER, false);
        return minutes;
    }

    MinutesId nobody() {
        var minutes = new MinutesId(UUID.randomUUID());
        rolls.put(minutes, new ArrayList<>());
        return minutes;
    }

    void wereClosed(MinutesId... minutes) {
        closed.addAll(List.of(minutes));
    }

    List<MinutesId> closed() {
        return List.copyOf(closed);
    }

    /** @param role null for a mere reviewer */
    void join(MinutesId minutes, String name, @Nullable SignatoryRole role, boolean reviewer) {
        var id = new ParticipantId(UUID.randomUUID());
        List<ParticipantId> roll = rolls.getOrDefault(minutes, new ArrayList<>());
        roll.add(id);
        people.put(
                id,
                new Participant(
                        id,
                        TENANT,
                        minutes,
                        name,
                        name + "@forbundet.example",
                        role == null ? List.of() : List.of(role),
                        null,
                        role == null ? null : roll.size(),
                        reviewer,
                        ParticipantState.WAITING,
                        null,
                        null,
                        null,
                        null));
    }

    ParticipantId of(MinutesId minutes, String name) {
        return roll(minutes).stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    List<Participant> roll(MinutesId minutes) {
        return rolls.getOrDefault(minutes, List.of()).stream().map(this::get).toList();
    }

    Participant get(ParticipantId person) {
        Participant found = people.get(person);
        if (found == null) {
            throw new IllegalStateException("nobody of that id plays here");
        }
        return found;
    }

    String nameOf(ParticipantId person) {
        return get(person).name();
    }

    void becomes(ParticipantId person, ParticipantState state) {
        people.computeIfPresent(
                person,
                (id, p) -> new Participant(
                        id,
                        p.tenant(),
                        p.minutes(),
                        p.name(),
                        p.email(),
                        p.roles(),
                        p.title(),
                        p.signatureNumber(),
                        p.reviewer(),
                        state,
                        p.invitedAt(),
                        p.openedAt(),
                        p.signedAt(),
                        p.reason()));
    }
}
