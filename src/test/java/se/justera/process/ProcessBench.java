package se.justera.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.kernel.MinutesId;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesFact;
import se.justera.minutes.MinutesFact.AddressCorrected;
import se.justera.minutes.MinutesFact.InvitationRequested;
import se.justera.minutes.MinutesFact.MinutesApproved;
import se.justera.minutes.MinutesFact.MinutesCancelled;
import se.justera.minutes.MinutesFact.MinutesClosed;
import se.justera.minutes.MinutesFact.MinutesDeclined;
import se.justera.minutes.MinutesFact.MinutesReturned;
import se.justera.minutes.MinutesFact.MinutesSigned;
import se.justera.minutes.MinutesFact.MinutesSubmitted;
import se.justera.minutes.MinutesState;
import se.justera.minutes.ParticipantState;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeFact;

/** The real engine and model on a database, driven by hand: facts in, due jobs run one by one, steps noted. */
final class ProcessBench {

    /** What a job executor would have done at most before a test is stuck in a loop. */
    private static final int MANY = 200;

    /** When each test begins. */
    static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    final Cast cast;
    final RecordingSteps steps;
    final RecordingPreservation preservation;
    final RecordingAnnouncement announcement;
    final FlowCoverage coverage;
    final ProcessEngine engine;
    private final Adjustments adjustments;
    private final ManagementService management;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;

    ProcessBench(
            Cast cast,
            RecordingSteps steps,
            RecordingPreservation preservation,
            RecordingAnnouncement announcement,
            FlowCoverage coverage,
            ProcessEngine engine,
            Adjustments adjustments,
            ApplicationEventPublisher publisher,
            TransactionTemplate transaction) {
        this.cast = cast;
        this.steps = steps;
        this.preservation = preservation;
        this.announcement = announcement;
        this.coverage = coverage;
        this.engine = engine;
        this.adjustments = adjustments;
        this.management = engine.getManagementService();
        this.publisher = publisher;
        this.transaction = transaction;
    }

    /** Sets the clock, mends what was broken and ends what other tests have left running. */
    void clear() {
        ClockUtil.setCurrentTime(Date.from(START));
        steps.works();
        preservation.works();
        announcement.works();
        var runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "left by another test"));
    }

    /** Publishes as the minute book does: inside the transaction that records the fact. */
    void publish(MinutesFact fact) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(fact));
    }

    void publishNotice(NoticeFact fact) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(fact));
    }

    /** Runs the steps that are due, and those that become due by them; no timers. */
    void work() {
        for (int i = 0; i < MANY; i++) {
            List<Job> due = management
                    .createJobQuery()
                    .messages()
                    .executable()
                    .withRetriesLeft()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::run);
        }
        throw new IllegalStateException("the process does not come to rest");
    }

    /** Runs one job the way the job executor does: a failure costs a try. */
    private void run(Job job) {
        boolean stillThere =
                management.createJobQuery().jobId(job.getId()).executable().count() > 0;
        if (stillThere) {
            try {
                management.executeJob(job.getId());
            } catch (StepFailed expected) {
                // the engine has noted it on the job
            }
        }
    }

    /** Lets time pass, fires the timers that have become due, and works. */
    void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
        management.createJobQuery().timers().executable().list().forEach(this::run);
        work();
    }

    MinutesId submitted() {
        var minutes = cast.usual();
        submit(minutes, 1);
        return minutes;
    }

    void submit(MinutesId minutes, int round) {
        publishSubmission(minutes, round);
        work();
    }

    void publishSubmission(MinutesId minutes, int round) {
        cast.roll(minutes).forEach(person -> cast.becomes(person.id(), ParticipantState.WAITING));
        publish(new MinutesSubmitted(Cast.TENANT, minutes, round));
    }

    MinutesId approved() {
        var minutes = submitted();
        approve(minutes);
        return minutes;
    }

    void approve(MinutesId minutes) {
        publishApproval(minutes);
        work();
    }

    void publishApproval(MinutesId minutes) {
        publish(new MinutesApproved(Cast.TENANT, minutes));
    }

    void sendBack(MinutesId minutes) {
        publish(new MinutesReturned(Cast.TENANT, minutes));
    }

    /** Minutes whose secretary has signed: the chair and the adjusters are invited. */
    MinutesId signedBySecretary() {
        var minutes = approved();
        sign(minutes, "secretary");
        return minutes;
    }

    void sign(MinutesId minutes, String name) {
        signs(minutes, name);
        work();
    }

    /** Signs, and leaves the rest to the jobs. */
    void signs(MinutesId minutes, String name) {
        ParticipantId person = cast.of(minutes, name);
        publish(new MinutesSigned(Cast.TENANT, minutes, person));
        cast.becomes(person, ParticipantState.SIGNED);
    }

    void decline(MinutesId minutes, String name) {
        publish(new MinutesDeclined(Cast.TENANT, minutes, cast.of(minutes, name)));
    }

    void close(MinutesId minutes) {
        publish(new MinutesClosed(Cast.TENANT, minutes));
    }

    void cancel(MinutesId minutes) {
        publish(new MinutesCancelled(Cast.TENANT, minutes));
    }

    void requestInvitation(MinutesId minutes, String name) {
        publish(new InvitationRequested(Cast.TENANT, minutes, cast.of(minutes, name)));
    }

    void correctAddress(MinutesId minutes, String name) {
        publish(new AddressCorrected(Cast.TENANT, minutes, cast.of(minutes, name)));
    }

    /** The end events that were reached, with repetitions. */
    List<String> ends(MinutesId minutes) {
        return coverage.ends(minutes.toString());
    }

    /** The state is the minutes' own affair and plays no part here. */
    ProcessStanding standing(MinutesId minutes) {
        return adjustments.standing(minutes, MinutesState.ADJUSTMENT);
    }

    boolean isRunning(MinutesId minutes) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(minutes.toString())
                        .count()
                > 0;
    }

    /**
     * The process module as it is, between a database and people who are played. Without a stereotype, so that no scan
     * of the whole house finds it.
     */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @EnableConfigurationProperties(ProcessSettings.class)
    @Import({
        EngineConfiguration.class,
        EngineTables.class,
        ModelVocabulary.class,
        Roll.class,
        StepJobs.class,
        PersonalMails.class,
        OpenTasks.class,
        AdjustmentProgress.class,
        AnnouncementProgress.class,
        RefusedSignatures.class,
        PreservationProgress.class,
        UnpreservedMinutes.class,
        EngineAdjustments.class,
        ProcessBench.class
    })
    static class Setting {

        @Bean
        @ConditionalOnMissingBean
        Cast people() {
            return new Cast();
        }

        @Bean
        RecordingSteps steps(Cast cast) {
            return new RecordingSteps(cast);
        }

        @Bean
        RecordingPreservation preservation() {
            return new RecordingPreservation();
        }

        @Bean
        RecordingAnnouncement announcement() {
            return new RecordingAnnouncement();
        }

        /** Nothing is announced unless a test says so. */
        @Bean
        Announcements announcements() {
            return mock(Announcements.class);
        }

        @Bean
        MinuteBook minuteBook(Cast cast) {
            MinuteBook book = mock(MinuteBook.class);
            when(book.participants(any())).then(call -> cast.roll(call.getArgument(0)));
            when(book.participant(any())).then(call -> cast.get(call.getArgument(0)));
            when(book.closed()).then(call -> cast.closed());
            return book;
        }

        @Bean
        static FlowCoverage flowCoverage() {
            return new FlowCoverage();
        }

        /** Lets the coverage hear of each sequence flow that the engine parses. */
        @Bean
        static BeanPostProcessor parseListener(FlowCoverage coverage) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof SpringProcessEngineConfiguration setup) {
                        setup.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(coverage)));
                    }
                    return bean;
                }
            };
        }
    }
}
