package se.justera.trust;

/** The keys that this installation signs with. They were tried when it started. */
public interface KeyRing {

    /** The association's seal. */
    SigningKey seal();

    /**
     * True where any of the keys or trust anchors is a published sample: whatever is signed has no value as evidence, and
     * documents say "provunderskrift".
     */
    boolean trial();
}
