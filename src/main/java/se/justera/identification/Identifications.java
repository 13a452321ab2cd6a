package se.justera.identification;

import java.util.Optional;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/** How a person behind a link proves who they are: a one-time code by mail (level of assurance low). */
public interface Identifications {

    /**
     * Mails a fresh six-digit code that is good for ten minutes; an earlier one is void.
     *
     * @param about what the mail says the code is for
     * @throws TooManyTries after three wrong codes, or too many codes, within ten minutes
     * @throws CodeNotSent if the mail server does not take it
     */
    void requestCode(TenantId tenant, ParticipantId participant, String email, String about);

    /**
     * Checks the code and, if it is right, remembers the browser.
     *
     * @throws WrongCode if it is not the code, or too old
     * @throws TooManyTries from the third wrong one on, for ten minutes
     */
    void identify(TenantId tenant, ParticipantId participant, String claimedCode, Browser browser);

    /** True while a code that was sent can be typed. */
    boolean awaitsCode(ParticipantId participant);

    /** How this person was identified in this browser, if they were, within the last two hours. */
    Optional<Identification> of(ParticipantId participant, Browser browser);

    /** Voids all codes and browsers of a person, because the address they were reached at was wrong. */
    void forget(ParticipantId participant);
}
