package se.justera.process;

import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesState;

/** Read-only views of running adjustments, and a hand for those that are stuck. */
public interface Adjustments {

    ProcessStanding standing(MinutesId minutes, MinutesState state);

    /** Lets every step of these minutes that has failed for good try again at once. */
    void retryFailedSteps(MinutesId minutes);
}
