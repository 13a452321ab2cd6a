package se.justera.identification;

/** In what capacity somebody acts behind a link; an association's rules are set for each. */
public enum Capacity {
    /** Reads the draft and approves or returns it. */
    REVIEWER,
    SECRETARY,
    CHAIR,
    ADJUSTER
}
