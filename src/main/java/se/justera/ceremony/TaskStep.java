package se.justera.ceremony;

import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.minutes.ParticipantState;

/** What a person is asked to do, or is told. */
public enum TaskStep {
    /** The chair reads the draft and approves or returns it. */
    REVIEW,
    /** The document is sealed and waits for this person's signature. */
    SIGN,
    /** It is not this person's turn. */
    WAIT,
    /** The chair has approved the draft, and it is not yet their turn to sign, if they do. */
    APPROVED,
    /** This person has signed, others have not. */
    SIGNED,
    /** The minutes are with the secretary again. */
    RETURNED,
    /** All have signed. */
    ADJUSTED,
    /** The minutes were given up. */
    CANCELLED;

    /** True where the person has done what was asked and is thanked. */
    public boolean isDone() {
        return this == APPROVED || this == SIGNED || this == ADJUSTED;
    }

    /** True where it becomes this person's turn as soon as the service gets that far. */
    boolean waitsForTheirTurn() {
        return this == WAIT || this == APPROVED;
    }

    static TaskStep of(MinutesView minutes, Participant participant) {
        MinutesState state = minutes.state();
        return switch (state) {
            case DRAFT -> RETURNED;
            case REVIEW -> participant.reviewer() ? REVIEW : WAIT;
            case ADJUSTMENT -> whileSigning(participant);
            case ADJUSTED, ANNOUNCED, FINAL -> ADJUSTED;
            case CANCELLED -> CANCELLED;
        };
    }

    private static TaskStep whileSigning(Participant participant) {
        if (participant.state() == ParticipantState.SIGNED) {
            return SIGNED;
        }
        if (participant.signs() && participant.state() == ParticipantState.INVITED) {
            return SIGN;
        }
        return participant.reviewer() ? APPROVED : WAIT;
    }
}
