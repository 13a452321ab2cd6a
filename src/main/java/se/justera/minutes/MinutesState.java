package se.justera.minutes;

/** Where minutes stand; the names are the published contract. */
public enum MinutesState {
    /** With the secretary. */
    DRAFT,
    /** With the chair. */
    REVIEW,
    /** Approved by the chair: being sealed and signed. */
    ADJUSTMENT,
    /** Everybody has signed; {@code adjustedOn} is set. */
    ADJUSTED,
    /** On the notice board (protocols). */
    ANNOUNCED,
    /** Legal force (protocols), or simply done (notes). */
    FINAL,
    /** Withdrawn, with a reason. */
    CANCELLED;

    /** True while nobody may give up on the minutes any more: the last signature has been made. */
    public boolean isAdjusted() {
        return this == ADJUSTED || this == ANNOUNCED || this == FINAL;
    }

    /** True when nothing more can be done behind a personal link. */
    public boolean isEnded() {
        return isAdjusted() || this == CANCELLED;
    }
}
