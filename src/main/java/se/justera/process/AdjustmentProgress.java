package se.justera.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.MinutesFact.AddressCorrected;
import se.justera.minutes.MinutesFact.InvitationRequested;
import se.justera.minutes.MinutesFact.MinutesApproved;
import se.justera.minutes.MinutesFact.MinutesCancelled;
import se.justera.minutes.MinutesFact.MinutesDeclined;
import se.justera.minutes.MinutesFact.MinutesReturned;
import se.justera.minutes.MinutesFact.MinutesSigned;
import se.justera.minutes.MinutesFact.MinutesSubmitted;

/**
 * Takes the process on when something has happened to minutes. Synchronous and in the transaction of the fact: both are
 * recorded together or not at all, and what the process does not wait for is refused as {@link StepNotWaiting}.
 */
@Component
class AdjustmentProgress {

    private final RuntimeService runtime;
    private final OpenTasks tasks;
    private final StepJobs jobs;
    private final PersonalMails mails;
    private final RefusedSignatures refusals;

    AdjustmentProgress(
            RuntimeService runtime, OpenTasks tasks, StepJobs jobs, PersonalMails mails, RefusedSignatures refusals) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.mails = mails;
        this.refusals = refusals;
    }

    @EventListener
    void submitted(MinutesSubmitted fact) {
        StepNotWaiting.refuses(fact.minutes(), () -> {
            if (fact.round() == 1) {
                runtime.startProcessInstanceByKey(Model.PROCESS, fact.minutes().toString());
            } else {
                tasks.complete(fact.minutes(), Model.REVISE_DRAFT, Map.of());
            }
        });
    }

    @EventListener
    void approved(MinutesApproved fact) {
        StepNotWaiting.refuses(
                fact.minutes(), () -> tasks.complete(fact.minutes(), Model.REVIEW_DRAFT, Map.of(Model.APPROVED, true)));
    }

    /** Goes on to the secretary at once: the draft may be submitted again before a job could get there. */
    @EventListener
    void returned(MinutesReturned fact) {
        StepNotWaiting.refuses(fact.minutes(), () -> {
            tasks.complete(fact.minutes(), Model.REVIEW_DRAFT, Map.of(Model.APPROVED, false));
            jobs.leave(fact.minutes(), Model.REVIEW_DRAFT);
        });
    }

    @EventListener
    void signed(MinutesSigned fact) {
        StepNotWaiting.refuses(fact.minutes(), () -> {
            refusals.settle(fact.minutes(), fact.signatory());
            message(fact.minutes(), Model.SIGNATURE_MADE)
                    .localVariableEquals(
                            Model.AWAITED_SIGNATORY, fact.signatory().toString())
                    .correlate();
        });
    }

    @EventListener
    void declined(MinutesDeclined fact) {
        StepNotWaiting.refuses(
                fact.minutes(),
                () -> message(fact.minutes(), Model.SIGNING_DECLINED).correlate());
    }

    /** A draft that was never submitted has no process; then there is nothing to stop. */
    @EventListener
    void cancelled(MinutesCancelled fact) {
        StepNotWaiting.refuses(
                fact.minutes(),
                () -> message(fact.minutes(), Model.MINUTES_CANCELLED).correlateAll());
    }

    /** A mail that has not got out yet is tried again; otherwise another one is made. */
    @EventListener
    void requested(InvitationRequested fact) {
        StepNotWaiting.refuses(fact.minutes(), () -> {
            if (!mails.hurryInvitation(fact.minutes(), fact.participant())) {
                mailAgain(fact.minutes(), fact.participant());
            }
        });
    }

    @EventListener
    void corrected(AddressCorrected fact) {
        StepNotWaiting.refuses(fact.minutes(), () -> mails.retryFailed(fact.minutes(), fact.participant()));
    }

    private void mailAgain(MinutesId minutes, ParticipantId person) {
        if (mails.isReviewer(person) && tasks.isWaiting(minutes, Model.REVIEW_DRAFT)) {
            message(minutes, Model.REVIEW_INVITATION_REQUESTED).correlate();
        } else {
            message(minutes, Model.INVITATION_REQUESTED)
                    .localVariableEquals(Model.AWAITED_SIGNATORY, person.toString())
                    .correlate();
        }
    }

    private MessageCorrelationBuilder message(MinutesId minutes, String name) {
        return runtime.createMessageCorrelation(name).processInstanceBusinessKey(minutes.toString());
    }
}
