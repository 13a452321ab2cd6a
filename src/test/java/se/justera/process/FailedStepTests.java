package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesState;
import se.justera.process.ProcessStanding.Incident;

/** Steps that fail are tried again, then wait for a person; they are seen all the time, and nothing is lost. */
@ProcessTest
class FailedStepTests {

    private final ProcessBench bench;
    private final Adjustments adjustments;

    FailedStepTests(@Autowired ProcessBench bench, @Autowired Adjustments adjustments) {
        this.bench = bench;
        this.adjustments = adjustments;
    }

    @BeforeEach
    void begin() {
        bench.clear();
    }

    @AfterEach
    void giveTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void triesAgainAfterEachWaitAndThenWaitsForAPerson() {
        bench.steps.breaks("inviteReviewer");
        var minutes = bench.submitted();
        assertThat(retries(minutes)).isEqualTo(2);

        bench.later(Duration.ofSeconds(9));
        assertThat(retries(minutes)).isEqualTo(2);
        bench.later(Duration.ofSeconds(2));
        assertThat(retries(minutes)).isEqualTo(1);
        bench.later(Duration.ofSeconds(61));
        assertThat(retries(minutes)).isZero();

        bench.steps.mended();
        bench.later(Duration.ofDays(1));
        assertThat(bench.steps.taken()).isEmpty();
    }

    @Test
    void showsAFailedStepWithTheRootOfItsFailureFromTheFirstTryOn() {
        bench.steps.breaks("inviteReviewer");

        var minutes = bench.submitted();

        assertThat(incidents(minutes)).containsExactly(new Incident("serviceTask_inviteReviewer", "no route to host"));
        assertThat(adjustments.standing(minutes, MinutesState.REVIEW).activities())
                .containsExactly("serviceTask_inviteReviewer");
    }

    @Test
    void goesOnWhereItFailedWhenItIsRetried() {
        var minutes = givenUp("seal");
        assertThat(incidents(minutes)).containsExactly(new Incident("serviceTask_sealDocument", "no route to host"));
        bench.steps.taken();
        bench.steps.mended();

        adjustments.retryFailedSteps(minutes);
        bench.work();

        assertThat(bench.steps.taken()).containsExactly("seal", "inviteSignatory secretary");
        assertThat(incidents(minutes)).isEmpty();
    }

    @Test
    void retriesNothingOfOthers() {
        var minutes = givenUp("seal");

        adjustments.retryFailedSteps(bench.cast.usual());

        assertThat(retries(minutes)).isZero();
    }

    @Test
    void showsOneFailedMailAmongManyAndSendsTheOthers() {
        bench.steps.breaks("inviteSignatory adjuster1");

        var minutes = bench.signedBySecretary();

        assertThat(incidents(minutes)).containsExactly(new Incident("serviceTask_inviteSignatory", "no route to host"));
        bench.sign(minutes, "chair");
        bench.sign(minutes, "adjuster2");
        assertThat(adjustments.standing(minutes, MinutesState.ADJUSTMENT).activities())
                .containsExactly("serviceTask_inviteSignatory");
    }

    @Test
    void sendsAMailThatHasFailedAtOnceWhenItIsAskedForAndOnlyOnce() {
        bench.steps.breaks("inviteSignatory adjuster1");
        var minutes = bench.signedBySecretary();
        bench.steps.mended();
        bench.steps.taken();

        bench.requestInvitation(minutes, "adjuster1");
        bench.requestInvitation(minutes, "adjuster1");
        bench.work();

        assertThat(bench.steps.taken()).containsExactly("inviteSignatory adjuster1");
        assertThat(incidents(minutes)).isEmpty();
    }

    @Test
    void sendsAReminderThatHasFailedAtOnceInsteadOfAnotherOne() {
        bench.steps.breaks("remindReviewer");
        var minutes = bench.submitted();
        bench.later(Duration.ofDays(4));
        bench.steps.mended();
        bench.steps.taken();

        bench.requestInvitation(minutes, "chair");
        bench.work();

        assertThat(bench.steps.taken()).containsExactly("remindReviewer");
    }

    @Test
    void sendsTheMailsThatFailedToAPersonWhoseAddressIsCorrectedAndNobodyElses() {
        bench.steps.breaks("inviteSignatory adjuster1");
        bench.steps.breaks("inviteSignatory chair");
        var minutes = bench.signedBySecretary();
        bench.steps.mended();
        bench.steps.taken();

        bench.correctAddress(minutes, "adjuster1");
        bench.work();

        assertThat(bench.steps.taken()).containsExactly("inviteSignatory adjuster1");
        assertThat(incidents(minutes)).hasSize(1);
    }

    @Test
    void sendsTheReviewersMailWhenTheReviewersAddressIsCorrected() {
        bench.steps.breaks("inviteReviewer");
        var minutes = bench.submitted();
        bench.steps.mended();

        bench.correctAddress(minutes, "secretary");
        bench.work();
        assertThat(bench.steps.taken()).isEmpty();

        bench.correctAddress(minutes, "chair");
        bench.work();
        assertThat(bench.steps.taken()).containsExactly("inviteReviewer");
    }

    @Test
    void letsAnAddressBeCorrectedBeforeThereIsAProcess() {
        var minutes = bench.cast.usual();

        bench.correctAddress(minutes, "chair");

        assertThat(bench.isRunning(minutes)).isFalse();
    }

    /** Minutes whose step has failed at every try. */
    private MinutesId givenUp(String step) {
        bench.steps.breaks(step);
        var minutes = bench.approved();
        bench.later(Duration.ofSeconds(11));
        bench.later(Duration.ofSeconds(61));
        assertThat(retries(minutes)).isZero();
        return minutes;
    }

    private Iterable<Incident> incidents(MinutesId minutes) {
        return adjustments.standing(minutes, MinutesState.ADJUSTMENT).incidents();
    }

    private int retries(MinutesId minutes) {
        var instance = bench.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(minutes.toString())
                .singleResult();
        return bench.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .withException()
                .singleResult()
                .getRetries();
    }
}
