package se.justera.invitation;

import java.net.URI;
import java.util.Optional;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.Participant;

/** Personal links. Every link of a person to some minutes opens the same page. */
public interface Invitations {

    /**
     * Makes a fresh link (256 random bits) in a transaction of its own, so that a mail that has gone out works even if
     * the sending job is run again. Only the token's hash is kept.
     */
    URI issue(Participant participant);

    /** Whose link this is; empty for one that was never issued. */
    Optional<ParticipantId> holder(String claimedToken);
}
