package se.justera.kernel;

/**
 * Who did something, as the audit trail names them: never a mail address, never a token.
 *
 * @param id the account name of staff, the participant's id, or the name of a job
 */
public record Actor(Kind kind, String id) {

    /** What sort of caller this is. */
    public enum Kind {
        STAFF,
        PARTICIPANT,
        SYSTEM
    }

    public static Actor staff(String accountName) {
        return new Actor(Kind.STAFF, accountName);
    }

    public static Actor participant(ParticipantId participant) {
        return new Actor(Kind.PARTICIPANT, participant.toString());
    }

    public static Actor system(String job) {
        return new Actor(Kind.SYSTEM, job);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
