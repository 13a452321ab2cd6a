package se.justera.process;

import java.time.Instant;
import se.justera.kernel.MinutesId;

/** What the preservation process calls; each safe to run twice. */
interface PreservationSteps {

    /** Looks how long the newest archive time-stamp is still strong. */
    Outlook look(MinutesId minutes);

    /** Adds an archive time-stamp that lasts longer than the newest, validates the result and stores it. */
    void renew(MinutesId minutes);

    /**
     * What a look says.
     *
     * @param renewalDue whether another archive time-stamp is due now
     * @param nextLook when to look again, if it is not
     */
    record Outlook(boolean renewalDue, Instant nextLook) {}
}
