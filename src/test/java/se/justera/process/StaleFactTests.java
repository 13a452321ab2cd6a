package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.kernel.ParticipantId;
import se.justera.minutes.MinutesFact;
import se.justera.minutes.MinutesFact.MinutesApproved;
import se.justera.minutes.MinutesFact.MinutesSigned;
import se.justera.minutes.MinutesState;
import se.justera.process.ProcessStanding.Deadline;

/** What the process does not wait for is refused, and what the caller had written is undone with it. */
@ProcessTest
class StaleFactTests {

    private final ProcessBench bench;
    private final Adjustments adjustments;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    StaleFactTests(
            @Autowired ProcessBench bench,
            @Autowired Adjustments adjustments,
            @Autowired ApplicationEventPublisher publisher,
            @Autowired TransactionTemplate transaction,
            @Autowired javax.sql.DataSource dataSource) {
        this.bench = bench;
        this.adjustments = adjustments;
        this.publisher = publisher;
        this.transaction = transaction;
        this.database = JdbcClient.create(dataSource);
    }

    @BeforeEach
    void begin() {
        bench.clear();
        database.sql("create table if not exists callers_own (word varchar(20))")
                .update();
        database.sql("delete from callers_own").update();
    }

    @AfterEach
    void giveTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void refusesASecondApproval() {
        var minutes = bench.approved();
        refused(() -> bench.approve(minutes));
    }

    @Test
    void refusesApprovalBeforeTheReviewerIsInvited() {
        bench.steps.breaks("inviteReviewer");
        var minutes = bench.submitted();
        refused(() -> bench.approve(minutes));
    }

    @Test
    void refusesAReturnAfterTheApproval() {
        var minutes = bench.approved();
        refused(() -> bench.sendBack(minutes));
    }

    @Test
    void refusesAResubmissionOfWhatIsInReview() {
        var minutes = bench.submitted();
        refused(() -> bench.submit(minutes, 2));
    }

    @Test
    void refusesASecondSignatureOfTheSamePerson() {
        var minutes = bench.signedBySecretary();
        bench.sign(minutes, "chair");
        refused(() -> bench.sign(minutes, "chair"));
    }

    @Test
    void refusesASignatureOutOfTurn() {
        var minutes = bench.approved();
        refused(() -> bench.sign(minutes, "adjuster1"));
    }

    @Test
    void refusesASignatureOfAStranger() {
        var minutes = bench.signedBySecretary();
        var stranger = new ParticipantId(UUID.randomUUID());
        refused(() -> bench.publish(new MinutesSigned(Cast.TENANT, minutes, stranger)));
    }

    @Test
    void refusesADeclineDuringTheReview() {
        var minutes = bench.submitted();
        refused(() -> bench.decline(minutes, "chair"));
    }

    @Test
    void refusesToMailSomebodyWhoseTurnHasNotCome() {
        var minutes = bench.approved();
        refused(() -> bench.requestInvitation(minutes, "adjuster1"));
    }

    @Test
    void undoesWhatTheCallerWroteWhenTheProcessRefuses() {
        var minutes = bench.approved();

        refused(() -> writeAndPublish(new MinutesApproved(Cast.TENANT, minutes), false));

        assertThat(callersRows()).isZero();
    }

    @Test
    void takesNoStepWhenTheCallerThrowsAfterwards() {
        var minutes = bench.submitted();

        assertThatThrownBy(() -> writeAndPublish(new MinutesApproved(Cast.TENANT, minutes), true))
                .hasMessage("the caller changed its mind");

        assertThat(callersRows()).isZero();
        assertThat(adjustments.standing(minutes, MinutesState.REVIEW).activities())
                .containsExactly("userTask_reviewDraft");
    }

    @Test
    void showsWhichReminderComesWhen() {
        var minutes = bench.submitted();

        assertThat(adjustments.standing(minutes, MinutesState.REVIEW).deadlines())
                .containsExactly(
                        new Deadline("boundaryEvent_reviewReminderDue", ProcessBench.START.plus(Duration.ofDays(3))));
    }

    @Test
    void showsNothingBeforeTheFirstSubmission() {
        assertThat(adjustments.standing(bench.cast.usual(), MinutesState.DRAFT))
                .isEqualTo(new ProcessStanding(
                        MinutesState.DRAFT, java.util.List.of(), java.util.List.of(), java.util.List.of()));
    }

    private void writeAndPublish(MinutesFact fact, boolean thenThrow) {
        transaction.executeWithoutResult(status -> {
            database.sql("insert into callers_own values ('written')").update();
            publisher.publishEvent(fact);
            if (thenThrow) {
                throw new IllegalArgumentException("the caller changed its mind");
            }
        });
    }

    private long callersRows() {
        return database.sql("select count(*) from callers_own")
                .query(Long.class)
                .single();
    }

    private static void refused(ThrowingCallable fact) {
        assertThatThrownBy(fact).isExactlyInstanceOf(StepNotWaiting.class).hasNoCause();
    }
}
