package se.justera.signing;

/** Where the keys of people's signatures are. */
interface KeySource {

    String name();

    /** Whether it has been set up. */
    boolean isThere();

    /**
     * The signer's key, ready to make one signature.
     *
     * @throws KeyAnswersWanted if the signer has to give something first
     * @throws SigningFailed if there is no key for them, or it is not to be used
     */
    PersonalKey keyFor(SignatureOrder order);
}
