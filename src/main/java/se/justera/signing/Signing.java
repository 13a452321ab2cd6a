package se.justera.signing;

import java.util.List;

/**
 * Puts signatures on a PDF whose signature fields already exist. Every result starts with exactly the bytes given: a
 * PDF only grows by incremental updates. The caller serialises calls per document and validates the result.
 */
public interface Signing {

    /**
     * The association's certification signature in the field {@code seal}: DocMDP P=2, PAdES-B-LT, so that every later
     * revision validates offline.
     *
     * @throws SigningFailed if the PDF, the keys or the time-stamp service refuse
     */
    byte[] seal(byte[] pdf, SealOrder order);

    /** Locks minutes with the installation's seal. */
    default byte[] seal(byte[] pdf, String associationName) {
        return seal(pdf, SealOrder.ofMinutes(associationName, null));
    }

    /**
     * One person's signature, PAdES-B-T (ETSI EN 319 142-1): with a one-time P-256 key and certificate made for this
     * call and destroyed after it, or with a key that a remote signing service keeps for the person.
     *
     * @throws KeyAnswersWanted if whoever keeps the key wants something of the person first
     * @throws SigningFailed if the field is missing or filled, or the time-stamp service or the key's keeper refuses
     */
    byte[] sign(byte[] pdf, SignatureOrder order);

    /**
     * Long-term data and an archive time-stamp for all signatures (PAdES-B-LTA), in the next free {@code ts_} field;
     * when all are filled, in a new field that takes no room on the page.
     *
     * @throws SigningFailed if revocation data or the time-stamp cannot be had
     */
    byte[] preserve(byte[] pdf);

    /** The sources of keys that are set up; the one for one-time keys always is. */
    List<String> keySources();
}
