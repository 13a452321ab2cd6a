package se.justera.process;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesFact.MinutesClosed;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeFact.NoticesPosted;
import se.justera.notice.NoticeFact.NoticesTakenDown;

/**
 * Takes the announcement of a protocol on when something has happened to it; in the transaction of the fact. It is an
 * instance of its own, begun when the adjustment is closed: adjustments that run on an older model are announced too.
 */
@Component
class AnnouncementProgress {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OpenTasks tasks;
    private final StepJobs jobs;
    private final Announcements announcements;

    AnnouncementProgress(
            RuntimeService runtime,
            ManagementService management,
            OpenTasks tasks,
            StepJobs jobs,
            Announcements announcements) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.jobs = jobs;
        this.announcements = announcements;
    }

    /** Notes have no announcement. */
    @EventListener
    void closed(MinutesClosed fact) {
        announcements.of(fact.minutes()).ifPresent(this::begin);
    }

    private void begin(Announcement announcement) {
        runtime.createMessageCorrelation(Model.PROTOCOL_ADJUSTED)
                .processInstanceBusinessKey(announcement.minutes().id().toString())
                .setVariable(Model.LATEST_POSTING, Date.from(NoticeDays.morningOf(announcement.latestPosting())))
                .correlateStartMessage();
    }

    /** Goes on to the appeal time at once, so that its last day can be put right from now on. */
    @EventListener
    void posted(NoticesPosted fact) {
        Map<String, Object> ends = Map.of(Model.APPEAL_ENDS, endOf(fact.appealUntil()));
        StepNotWaiting.refuses(fact.minutes(), () -> {
            if (tasks.isWaiting(fact.minutes(), Model.POST_NOTICES)) {
                tasks.complete(fact.minutes(), Model.POST_NOTICES, ends);
                jobs.leave(fact.minutes(), Model.POST_NOTICES);
            } else {
                putRight(fact.minutes(), ends);
            }
        });
    }

    private void putRight(MinutesId minutes, Map<String, Object> ends) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(minutes.toString(), Model.ANNOUNCEMENT)
                .singleResult();
        if (instance == null) {
            waitOnly(minutes, ends);
            return;
        }
        runtime.setVariables(instance.getId(), ends);
        jobs.timers(minutes).stream()
                .filter(timer -> jobs.activityOf(timer).equals(Model.APPEAL_TIME_ENDED))
                .map(Job::getId)
                .forEach(timer -> management.setJobDuedate(timer, (Date) ends.get(Model.APPEAL_ENDS)));
    }

    /** Minutes that were adjusted before there was this model have no instance yet. */
    private void waitOnly(MinutesId minutes, Map<String, Object> ends) {
        runtime.createProcessInstanceByKey(Model.ANNOUNCEMENT)
                .businessKey(minutes.toString())
                .setVariables(ends)
                .startBeforeActivity(Model.APPEAL_TIME_ENDED)
                .execute();
    }

    /** The record may be quicker than the timer: a day that has passed is waited for no longer. */
    @EventListener
    void takenDown(NoticesTakenDown fact) {
        StepNotWaiting.refuses(fact.minutes(), () -> {
            jobs.leave(fact.minutes(), Model.APPEAL_TIME_ENDED);
            jobs.leave(fact.minutes(), Model.EXAMINE_NOTICES);
            tasks.complete(fact.minutes(), Model.TAKE_DOWN_NOTICES, Map.of());
        });
    }

    private static Date endOf(LocalDate day) {
        return Date.from(NoticeDays.endOf(day));
    }
}
