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
    /** This person has signed, others have not. */
    SIGNED,
    /** The minutes are with the secretary again. */
    RETURNED,
    /** All have signed. */
    ADJUSTED,
    /** The minutes were given up. */
    CANCELLED;

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
        return participant.signs() && participant.state() == ParticipantState.INVITED ? SIGN : WAIT;
    }
}
