package se.justera.identification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/** How a person behind a link proves who they are, in one of the ways that their association allows. */
public interface Identifications {

    /** The methods this person may choose from, in the order in which they are shown; none if none will do. */
    List<Offer> offers(Claimant person, Need need);

    /** All methods there are, for whoever decides which are allowed. */
    List<Offer> all();

    /**
     * Begins: mails a code, or says where or with what the browser goes on.
     *
     * @throws IdentificationRefused.NotOffered if the association does not allow the method for this
     * @throws TooManyTries after three wrong codes, or too many codes, within ten minutes
     * @throws CodeNotSent if the mail server does not take it
     */
    Begun begin(Claimant person, Need need, String method, Browser browser);

    /**
     * Checks an answer. Nothing is remembered before {@link #remember}.
     *
     * @throws IdentificationRefused if it does not prove that it is this person
     * @throws WrongCode if it is not the code, or too old
     * @throws TooManyTries from the third wrong one on, for ten minutes
     */
    Identification prove(Claimant person, Need need, String method, Browser browser, Map<String, String> claimedAnswer);

    /** Knows the person in this browser from now on, for two hours. */
    void remember(Claimant person, Browser browser, Identification identification);

    /** How this person was identified in this browser, if they were, and surely enough for what is wanted now. */
    Optional<Identification> of(Claimant person, Need need, Browser browser);

    /** True while a code that was sent can be typed. */
    boolean awaitsCode(ParticipantId participant);

    /** Voids all codes, browsers and passkeys of a person, because the address they were reached at was wrong. */
    void forget(ParticipantId participant);

    /** Whether this browser may be given a passkey now: the person has just been identified surely enough. */
    boolean offersPasskey(Claimant person, Need need, Browser browser);

    /** @throws IdentificationRefused.NotOffered unless {@link #offersPasskey} */
    Begun beginPasskey(Claimant person, Need need, Browser browser);

    /**
     * Keeps a passkey that the browser has made.
     *
     * @throws IdentificationRefused if the answer belongs to no attempt here or proves nothing
     */
    void keepPasskey(Claimant person, Need need, Browser browser, Map<String, String> claimedAnswer);

    /** Whether a provider is set up that answers with personal numbers. */
    boolean asksForNumbers();

    /** @see IdentificationRules#of */
    AssociationRules rules(TenantId tenant);
}
