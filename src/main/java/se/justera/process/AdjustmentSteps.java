package se.justera.process;

import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;

/** What the process calls: one call per step of the model, each safe to run twice. */
interface AdjustmentSteps {

    /** Mails the chair the link to the review. */
    void inviteReviewer(MinutesId minutes);

    void remindReviewer(MinutesId minutes);

    /** Renders the approved draft, seals it and stores it as revision 0 of the round. */
    void seal(MinutesId minutes);

    /** Mails a signatory the link to sign. */
    void inviteSignatory(MinutesId minutes, ParticipantId signatory);

    void remindSignatory(MinutesId minutes, ParticipantId signatory);

    /** Mails a signatory the receipt of the signature. */
    void sendReceipt(MinutesId minutes, ParticipantId signatory);

    /** Adds long-term data and the archive time-stamp, validates the result and stores it with the reports. */
    void preserve(MinutesId minutes);

    /** Closes the minutes. */
    void close(MinutesId minutes);

    /** Tells one of the concerned that the chair has sent the draft back. */
    void reportReturn(MinutesId minutes, ParticipantId concerned);

    /** Tells one of the concerned that somebody has declined to sign. */
    void reportDecline(MinutesId minutes, ParticipantId concerned);

    /** Tells one of the concerned that the minutes were cancelled. */
    void reportCancellation(MinutesId minutes, ParticipantId concerned);

    /** Sends one of the concerned the final document. */
    void reportCompletion(MinutesId minutes, ParticipantId concerned);
}
