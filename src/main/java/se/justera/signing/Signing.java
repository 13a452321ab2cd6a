package se.justera.signing;

/**
 * Puts signatures on a PDF whose signature fields already exist. Every result starts with exactly the bytes given: a
 * PDF only grows by incremental updates. The caller serialises calls per document and validates the result.
 */
public interface Signing {

    /**
     * The association's certification signature in the field {@code seal}: DocMDP P=2, PAdES-B-LT, so that every later
     * revision validates offline.
     *
     * @param associationName printed nowhere; stands as the signer's name in the signature
     * @throws SigningFailed if the PDF, the keys or the time-stamp service refuse
     */
    byte[] seal(byte[] pdf, String associationName);

    /**
     * As {@link #seal(byte[], String)}, for another purpose.
     *
     * @param reason stands in the signature: what the seal is for
     * @throws SigningFailed if the PDF, the keys or the time-stamp service refuse
     */
    byte[] seal(byte[] pdf, String associationName, String reason);

    /**
     * One person's signature, PAdES-B-T (ETSI EN 319 142-1), with a one-time P-256 key and certificate made for this
     * call and destroyed after it.
     *
     * @throws SigningFailed if the field is missing or filled, or the time-stamp service refuses
     */
    byte[] sign(byte[] pdf, SignatureOrder order);

    /**
     * Long-term data and an archive time-stamp for all signatures (PAdES-B-LTA), in the next free {@code ts_} field.
     *
     * @throws SigningFailed if revocation data or the time-stamp cannot be had
     */
    byte[] preserve(byte[] pdf);
}
