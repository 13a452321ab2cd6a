package se.justera.minutes;

import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/** Something that has happened to minutes, published synchronously in the transaction that records it. */
public interface MinutesFact {

    TenantId tenant();

    MinutesId minutes();

    /** The secretary has sent the draft to the chair, for the first time (round 1) or again. */
    record MinutesSubmitted(TenantId tenant, MinutesId minutes, int round) implements MinutesFact {}

    /** The chair has approved the draft. */
    record MinutesApproved(TenantId tenant, MinutesId minutes) implements MinutesFact {}

    /** The chair has sent the draft back with a comment. */
    record MinutesReturned(TenantId tenant, MinutesId minutes) implements MinutesFact {}

    /** One person's signature has been made and stored. */
    record MinutesSigned(TenantId tenant, MinutesId minutes, ParticipantId signatory) implements MinutesFact {}

    /** A signatory has declined; the minutes are a draft again. */
    record MinutesDeclined(TenantId tenant, MinutesId minutes, ParticipantId signatory) implements MinutesFact {}

    /** The secretary has given the minutes up. */
    record MinutesCancelled(TenantId tenant, MinutesId minutes) implements MinutesFact {}

    /** All have signed and the document is preserved. */
    record MinutesClosed(TenantId tenant, MinutesId minutes) implements MinutesFact {}

    /** The secretary wants the mail to this person sent again. */
    record InvitationRequested(TenantId tenant, MinutesId minutes, ParticipantId participant) implements MinutesFact {}

    /** The secretary has corrected this person's address: a mail that failed can be tried again. */
    record AddressCorrected(TenantId tenant, MinutesId minutes, ParticipantId participant) implements MinutesFact {}
}
