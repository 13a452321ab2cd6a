package se.justera.notice;

import java.time.LocalDate;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;

/** Something that has happened to a notice, published synchronously in the transaction that records it. */
public interface NoticeFact {

    TenantId tenant();

    MinutesId minutes();

    /**
     * The notice is up on every board, or a day on which it was posted has been put right.
     *
     * @param appealUntil the appeal's last day
     */
    record NoticesPosted(TenantId tenant, MinutesId minutes, LocalDate appealUntil) implements NoticeFact {}

    /** The appeal time has ended and the notice is down from every board. */
    record NoticesTakenDown(TenantId tenant, MinutesId minutes) implements NoticeFact {}
}
