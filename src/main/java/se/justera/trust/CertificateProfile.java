package se.justera.trust;

/** What becomes of one-time certificates after their key is gone. In both cases the key signs once and is destroyed. */
public enum CertificateProfile {
    /**
     * Minutes of validity, no revocation: validity-assured-short-term (ETSI EN 319 412-1, 5.2) and noRevAvail (RFC 9608).
     */
    SHORT_TERM,
    /** A year of validity, revocable: OCSP and CRL, served by this installation (ETSI EN 319 412-2, 4.3.11 and 4.4.1). */
    REVOCABLE
}
