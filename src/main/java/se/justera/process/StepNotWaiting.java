package se.justera.process;

import se.justera.kernel.MinutesId;

/**
 * The process of these minutes does not wait for what was done: it has been done already, somebody was faster, or the
 * step is not due yet. Nothing has changed: 409.
 */
public final class StepNotWaiting extends RuntimeException {

    private final transient MinutesId minutes;

    StepNotWaiting(MinutesId minutes) {
        super("the process of these minutes does not wait for this step");
        this.minutes = minutes;
    }

    public MinutesId minutes() {
        return minutes;
    }
}
