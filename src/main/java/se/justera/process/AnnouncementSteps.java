package se.justera.process;

import java.time.Instant;
import se.justera.kernel.MinutesId;

/** What the announcement process calls; each safe to run twice. */
interface AnnouncementSteps {

    /** Tells the registrar that there is a notice to post. */
    void askForPosting(MinutesId minutes);

    /** Tells the registrar that today is the law's latest day. */
    void remindOfPosting(MinutesId minutes);

    /** Looks whether the appeal time has ended. */
    Outlook examine(MinutesId minutes);

    /** Tells the registrar that the notice may come down. */
    void askForTakingDown(MinutesId minutes);

    void remindOfTakingDown(MinutesId minutes);

    /** Makes, seals and keeps the proof of notice; then the minutes are final. */
    void prove(MinutesId minutes);

    /**
     * What a look says.
     *
     * @param appealEnds when the appeal's last day ends or has ended
     */
    record Outlook(boolean appealTimeEnded, Instant appealEnds) {}
}
