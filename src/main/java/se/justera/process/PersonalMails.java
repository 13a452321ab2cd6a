package se.justera.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.MinuteBook;

/** The mails to one person that have not got out: due, waiting for another try, or given up. */
@Component
final class PersonalMails {

    private final RuntimeService runtime;
    private final MinuteBook book;
    private final StepJobs jobs;

    PersonalMails(RuntimeService runtime, MinuteBook book, StepJobs jobs) {
        this.runtime = runtime;
        this.book = book;
        this.jobs = jobs;
    }

    boolean isReviewer(ParticipantId person) {
        return book.participant(person).reviewer();
    }

    /** Lets an invitation or a reminder that has not got out yet go now; false if there is none on its way. */
    boolean hurryInvitation(MinutesId minutes, ParticipantId person) {
        List<Job> waiting = mailsTo(person, jobs.pending(minutes)).stream()
                .filter(job -> Model.INVITATIONS.contains(jobs.activityOf(job)))
                .toList();
        waiting.stream().filter(StepJobs::hasFailed).forEach(jobs::retryNow);
        return !waiting.isEmpty();
    }

    /** Lets all mails to this person that have failed go again now. */
    void retryFailed(MinutesId minutes, ParticipantId person) {
        mailsTo(person, jobs.failed(minutes)).forEach(jobs::retryNow);
    }

    private List<Job> mailsTo(ParticipantId person, List<Job> candidates) {
        return candidates.stream().filter(job -> isTo(person, job)).toList();
    }

    private boolean isTo(ParticipantId person, Job job) {
        if (Model.MAILS_TO_REVIEWER.contains(jobs.activityOf(job))) {
            return isReviewer(person);
        }
        return person.toString().equals(runtime.getVariable(job.getExecutionId(), Model.PARTICIPANT));
    }
}
