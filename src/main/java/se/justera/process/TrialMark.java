package se.justera.process;

/** Says whether the keys in use are samples, so that documents say so. */
interface TrialMark {

    boolean isTrial();
}
