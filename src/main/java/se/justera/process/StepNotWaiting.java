package se.justera.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
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

    /** @throws StepNotWaiting if the engine finds nothing there that waits for the step */
    static void refuses(MinutesId minutes, Runnable step) {
        try {
            step.run();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException | NullValueException e) {
            throw new StepNotWaiting(minutes);
        }
    }

    public MinutesId minutes() {
        return minutes;
    }
}
