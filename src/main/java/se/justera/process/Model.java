package se.justera.process;

import java.util.Set;

/** Names in the models that the code knows. */
final class Model {

    static final String PROCESS = "minutesAdjustment";

    static final String ANNOUNCEMENT = "announcement";

    /** Starts announcement.bpmn. */
    static final String PROTOCOL_ADJUSTED = "protocolAdjusted";

    static final String POST_NOTICES = "userTask_postNotices";
    static final String APPEAL_TIME_ENDED = "intermediateCatchEvent_appealTimeEnded";
    static final String EXAMINE_NOTICES = "serviceTask_examineNotices";
    static final String TAKE_DOWN_NOTICES = "userTask_takeDownNotices";

    /** The day on which the notice is to be posted at the latest. */
    static final String LATEST_POSTING = "latestPosting";

    /** When the appeal's last day ends. */
    static final String APPEAL_ENDS = "appealEnds";

    /** Whether it has ended. */
    static final String HAS_APPEAL_TIME_ENDED = "appealTimeEnded";

    /** Starts a period of preservation in preservation.bpmn. */
    static final String DOCUMENT_PRESERVED = "documentPreserved";

    static final String PRESERVATION = "preservation";

    /** Whether another archive time-stamp is due. */
    static final String RENEWAL_DUE = "renewalDue";

    /** When to look at the archive time-stamp again. */
    static final String NEXT_LOOK = "nextLook";

    /** The kind of incident that our own validation raises in the ceremony. */
    static final String SIGNATURE_REFUSED = "signatureRefused";

    static final String REVIEW_DRAFT = "userTask_reviewDraft";
    static final String REVISE_DRAFT = "userTask_reviseDraft";

    static final String SIGNATURE_MADE = "signatureMade";
    static final String SIGNING_DECLINED = "signingDeclined";
    static final String MINUTES_CANCELLED = "minutesCancelled";
    static final String INVITATION_REQUESTED = "invitationRequested";
    static final String REVIEW_INVITATION_REQUESTED = "reviewInvitationRequested";

    /** The chair's answer at the gateway. */
    static final String APPROVED = "approved";

    /** The person for whom an instance of a multi-instance activity is. */
    static final String PARTICIPANT = "participant";

    /** The same, where a message can find it: on the receive task itself. */
    static final String AWAITED_SIGNATORY = "awaitedSignatory";

    static final Set<String> MAILS_TO_REVIEWER = Set.of("serviceTask_inviteReviewer", "serviceTask_remindReviewer");

    /** Steps whose mail carries a link to act. */
    static final Set<String> INVITATIONS = Set.of(
            "serviceTask_inviteReviewer",
            "serviceTask_remindReviewer",
            "serviceTask_inviteSecretary",
            "serviceTask_remindSecretary",
            "serviceTask_inviteSignatory",
            "serviceTask_remindSignatory");

    private Model() {}
}
