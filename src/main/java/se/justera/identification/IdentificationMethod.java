package se.justera.identification;

import java.util.Map;

/** One way to prove who one is: begun in a browser, and completed in the same. */
interface IdentificationMethod {

    Offer offer();

    /** Whether this person can use it at all: who has no passkey cannot. */
    boolean isOpenTo(Claimant person);

    Begun begin(Claimant person, Browser browser);

    /**
     * Checks what came of it, once.
     *
     * @param claimedAnswer whatever the browser or the provider sent
     * @throws IdentificationRefused if it is not this person, or not proved
     */
    Identification complete(Claimant person, Browser browser, Map<String, String> claimedAnswer);
}
