package se.justera.identification;

import java.util.List;
import java.util.Map;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/** How a person behind a link proves who they are, in one of the ways that their association allows. */
public interface Identifications {

    /** All that a page shows of it, asked of the database once. */
    Standing standing(Claimant person, Need need, Browser browser);

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

    /** Voids all codes, browsers and passkeys of a person, because the address they were reached at was wrong. */
    void forget(ParticipantId participant);

    /** @throws IdentificationRefused.NotOffered unless {@link Standing#mayKeepPasskey} */
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
