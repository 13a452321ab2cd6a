package se.justera.validation;

/** What a validation says of a whole file, worst first. */
public enum Verdict {
    /** Not a PDF, encrypted, damaged, or over a limit. */
    UNREADABLE,
    /** A signature is broken: digest, value, certificate, structure. */
    INVALID,
    /** A signature is intact for its own bytes, but what a reader sees was changed after it beyond what is allowed. */
    MODIFIED,
    /** None of the others can be said. */
    INDETERMINATE,
    /** As VALID, but a certificate does not lead to a trust anchor. */
    INTACT_UNTRUSTED,
    /** At least one signature; all intact, trusted, nothing forbidden changed after any of them. */
    VALID,
    /** A readable PDF without a signature. */
    UNSIGNED
}
