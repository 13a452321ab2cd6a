package se.justera.access;

/** What a member of staff may do. */
public enum Role {
    /** Keeps the minutes: writes drafts, sends them, follows them. */
    SECRETARY,
    /** Notice boards, proofs of notice, extracts. */
    REGISTRAR,
    /** Reads the audit trail, validates. */
    AUDITOR,
    /** People, keys, stuck steps. */
    ADMIN
}
