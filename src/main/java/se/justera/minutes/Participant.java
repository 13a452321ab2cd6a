package se.justera.minutes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft.SignatoryRole;

/**
 * A person who takes part in the adjustment: reviews, signs, or both; or kept the minutes and is only told of it. One
 * person in two roles is one participant.
 *
 * @param roles in which they sign; empty for somebody who only reviews
 * @param signatureNumber counts the signing people from 1 in the order of the draft; null for a mere reviewer
 * @param reviewer true for the chair who approves the draft
 * @param openedAt when they first opened their link in this round
 * @param reason why they declined
 */
public record Participant(
        ParticipantId id,
        TenantId tenant,
        MinutesId minutes,
        String name,
        String email,
        List<SignatoryRole> roles,
        @Nullable String title,
        @Nullable Integer signatureNumber,
        boolean reviewer,
        ParticipantState state,
        @Nullable Instant invitedAt,
        @Nullable Instant openedAt,
        @Nullable Instant signedAt,
        @Nullable String reason) {

    public Participant {
        roles = List.copyOf(roles);
    }

    public boolean signs() {
        return signatureNumber != null;
    }

    /** Keeps the minutes: signs before the chair and the adjusters. */
    public boolean isSecretary() {
        return roles.contains(SignatoryRole.SECRETARY);
    }

    Participant invited(Instant at, boolean toSign) {
        boolean nowInvited = toSign && signs() && state == ParticipantState.WAITING;
        return with(email, nowInvited ? ParticipantState.INVITED : state, at, openedAt, signedAt, reason);
    }

    Participant opened(Instant at) {
        return with(email, state, invitedAt, openedAt == null ? at : openedAt, signedAt, reason);
    }

    Participant signed(Instant at) {
        return with(email, ParticipantState.SIGNED, invitedAt, openedAt, at, null);
    }

    Participant declined(String why) {
        return with(email, ParticipantState.DECLINED, invitedAt, openedAt, signedAt, why);
    }

    Participant reachedAt(String address) {
        return with(address, state, invitedAt, openedAt, signedAt, reason);
    }

    private Participant with(
            String email,
            ParticipantState state,
            @Nullable Instant invitedAt,
            @Nullable Instant openedAt,
            @Nullable Instant signedAt,
            @Nullable String reason) {
        return new Participant(
                id,
                tenant,
                minutes,
                name,
                email,
                roles,
                title,
                signatureNumber,
                reviewer,
                state,
                invitedAt,
                openedAt,
                signedAt,
                reason);
    }
}
