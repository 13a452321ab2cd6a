package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.justera.kernel.MinutesId;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinutesState;

/** Every end event, boundary event and sequence flow of minutes-adjustment.bpmn. */
@ProcessTest
class MinutesAdjustmentTests {

    private static final Duration REMINDER = Duration.ofDays(3).plusMinutes(1);
    private static final Set<String> TAKEN = new TreeSet<>();
    private static int testsRun;

    private final ProcessBench bench;
    private final Adjustments adjustments;

    MinutesAdjustmentTests(@Autowired ProcessBench bench, @Autowired Adjustments adjustments) {
        this.bench = bench;
        this.adjustments = adjustments;
    }

    @BeforeEach
    void begin() {
        bench.clear();
    }

    @AfterEach
    void noteWhatWasCovered() {
        ClockUtil.reset();
        TAKEN.addAll(bench.coverage.taken());
        testsRun++;
    }

    /** Holds when all tests of this class have run; one of them alone proves nothing here. */
    @AfterAll
    static void everySequenceFlowWasTaken() {
        long tests = Arrays.stream(MinutesAdjustmentTests.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (testsRun == tests) {
            var model = Bpmn.readModelFromStream(
                    MinutesAdjustmentTests.class.getResourceAsStream("/bpmn/minutes-adjustment.bpmn"));
            assertThat(TAKEN)
                    .containsAll(model.getModelElementsByType(SequenceFlow.class).stream()
                            .map(SequenceFlow::getId)
                            .toList());
        }
    }

    @Test
    void goesFromSubmissionToAdjustedMinutes() {
        var minutes = bench.submitted();
        assertThat(bench.steps.taken()).containsExactly("inviteReviewer");

        bench.approve(minutes);
        assertThat(bench.steps.taken()).containsExactly("seal", "inviteSignatory secretary");

        bench.sign(minutes, "secretary");
        assertThat(bench.steps.taken())
                .startsWith("sendReceipt secretary")
                .containsExactlyInAnyOrder(
                        "sendReceipt secretary",
                        "inviteSignatory chair",
                        "inviteSignatory adjuster1",
                        "inviteSignatory adjuster2");

        bench.sign(minutes, "adjuster2");
        bench.sign(minutes, "chair");
        assertThat(bench.steps.taken()).containsExactly("sendReceipt adjuster2", "sendReceipt chair");

        bench.sign(minutes, "adjuster1");
        assertThat(bench.steps.taken())
                .startsWith("sendReceipt adjuster1", "preserve", "close")
                .containsExactlyInAnyOrder(
                        "sendReceipt adjuster1",
                        "preserve",
                        "close",
                        "reportCompletion secretary",
                        "reportCompletion chair",
                        "reportCompletion adjuster1",
                        "reportCompletion adjuster2");
        assertThat(bench.ends(minutes))
                .containsExactly(
                        "endEvent_minutesAdjusted",
                        "endEvent_secretarySigned",
                        "endEvent_signatorySigned",
                        "endEvent_signatorySigned",
                        "endEvent_signatorySigned");
        assertThat(bench.isRunning(minutes)).isFalse();
    }

    @Test
    void givesAReturnedDraftBackToTheSecretaryAndTellsEverybody() {
        var minutes = bench.submitted();
        bench.steps.taken();

        bench.sendBack(minutes);
        bench.work();

        assertThat(bench.steps.taken())
                .containsExactlyInAnyOrder(
                        "reportReturn secretary",
                        "reportReturn chair",
                        "reportReturn adjuster1",
                        "reportReturn adjuster2");
        assertThat(bench.ends(minutes)).containsExactly("endEvent_returnReported");
        assertThat(activities(minutes)).containsExactly("userTask_reviseDraft");
    }

    @Test
    void takesAnotherSubmissionBeforeTheReturnHasBeenReported() {
        var minutes = bench.submitted();
        bench.steps.taken();
        bench.steps.breaks("reportReturn chair");

        bench.sendBack(minutes);
        bench.submit(minutes, 2);

        assertThat(bench.steps.taken()).contains("inviteReviewer", "reportReturn secretary");
        bench.approve(minutes);
        assertThat(bench.steps.taken()).containsExactly("seal", "inviteSignatory secretary");
    }

    @Test
    void remindsTheReviewerAgainAndAgain() {
        var minutes = bench.submitted();
        bench.steps.taken();

        bench.later(REMINDER);
        bench.later(REMINDER);

        assertThat(bench.steps.taken()).containsExactly("remindReviewer", "remindReviewer");
        assertThat(bench.ends(minutes)).containsExactly("endEvent_reviewerReminded", "endEvent_reviewerReminded");
        bench.approve(minutes);
        bench.steps.taken();
        bench.later(Duration.ofHours(1));
        assertThat(bench.steps.taken()).isEmpty();
    }

    @Test
    void mailsTheReviewerAgainOnRequest() {
        var minutes = bench.submitted();
        bench.steps.taken();

        bench.requestInvitation(minutes, "chair");
        bench.work();

        assertThat(bench.steps.taken()).containsExactly("remindReviewer");
        assertThat(bench.ends(minutes)).containsExactly("endEvent_reviewerReminded");
        assertThat(activities(minutes)).containsExactly("userTask_reviewDraft");
    }

    @Test
    void remindsTheSecretary() {
        var minutes = bench.approved();
        bench.steps.taken();

        bench.later(REMINDER);

        assertThat(bench.steps.taken()).containsExactly("remindSignatory secretary");
        assertThat(bench.ends(minutes)).containsExactly("endEvent_secretaryReminded");
    }

    @Test
    void mailsTheSecretaryAgainOnRequest() {
        var minutes = bench.approved();
        bench.steps.taken();

        bench.requestInvitation(minutes, "secretary");
        bench.work();

        assertThat(bench.steps.taken()).containsExactly("remindSignatory secretary");
        assertThat(activities(minutes)).containsExactly("receiveTask_awaitSecretarySignature");
    }

    @Test
    void remindsOnlyThoseWhoHaveNotSigned() {
        var minutes = bench.signedBySecretary();
        bench.sign(minutes, "adjuster1");
        bench.steps.taken();

        bench.later(REMINDER);

        assertThat(bench.steps.taken()).containsExactlyInAnyOrder("remindSignatory chair", "remindSignatory adjuster2");
        assertThat(bench.ends(minutes)).contains("endEvent_signatoryReminded");
    }

    @Test
    void mailsOneSignatoryAgainOnRequest() {
        var minutes = bench.signedBySecretary();
        bench.steps.taken();

        bench.requestInvitation(minutes, "chair");
        bench.work();

        assertThat(bench.steps.taken()).containsExactly("remindSignatory chair");
        assertThat(activities(minutes)).containsExactly("receiveTask_awaitSignatorySignature");
    }

    @Test
    void givesTheDraftBackWhenTheSecretaryDeclines() {
        var minutes = bench.approved();
        bench.steps.taken();

        bench.decline(minutes, "secretary");
        bench.work();

        assertThat(bench.steps.taken()).hasSize(4).allMatch(step -> step.startsWith("reportDecline"));
        assertThat(bench.ends(minutes)).containsExactly("endEvent_declineReported");
        assertThat(activities(minutes)).containsExactly("userTask_reviseDraft");
    }

    @Test
    void endsTheOthersOpenStepsWhenOneDeclinesAndStartsAgainAfterwards() {
        var minutes = bench.signedBySecretary();
        bench.sign(minutes, "chair");
        bench.steps.taken();

        bench.decline(minutes, "adjuster1");
        assertThat(activities(minutes)).contains("userTask_reviseDraft");
        bench.work();

        assertThat(bench.steps.taken()).hasSize(4).allMatch(step -> step.startsWith("reportDecline"));
        assertThat(activities(minutes)).containsExactly("userTask_reviseDraft");
        assertThatThrownBy(() -> bench.sign(minutes, "adjuster2")).isInstanceOf(StepNotWaiting.class);
        assertThat(adjustments.standing(minutes, MinutesState.DRAFT).deadlines())
                .isEmpty();

        bench.submit(minutes, 2);
        bench.approve(minutes);
        for (String name : List.of("secretary", "chair", "adjuster1", "adjuster2")) {
            bench.sign(minutes, name);
        }
        assertThat(bench.isRunning(minutes)).isFalse();
    }

    @Test
    void cancelsInReview() {
        var minutes = bench.submitted();
        bench.steps.taken();
        cancelled(minutes);
    }

    @Test
    void cancelsWhileTheSecretaryRevises() {
        var minutes = bench.submitted();
        bench.sendBack(minutes);
        bench.work();
        bench.steps.taken();
        cancelled(minutes);
    }

    @Test
    void cancelsWhileOthersSign() {
        var minutes = bench.signedBySecretary();
        bench.steps.taken();
        cancelled(minutes);
    }

    @Test
    void cancelsWhenAStepHasFailedForGood() {
        bench.steps.breaks("seal");
        var minutes = bench.approved();
        bench.later(Duration.ofMinutes(1));
        bench.later(Duration.ofMinutes(5));
        bench.steps.mended();
        bench.steps.taken();
        cancelled(minutes);
    }

    private void cancelled(MinutesId minutes) {
        bench.cancel(minutes);
        bench.work();

        assertThat(bench.steps.taken()).hasSize(4).allMatch(step -> step.startsWith("reportCancellation"));
        assertThat(bench.ends(minutes)).contains("endEvent_cancellationReported");
        assertThat(bench.isRunning(minutes)).isFalse();
    }

    @Test
    void letsADraftThatWasNeverSubmittedBeCancelled() {
        var minutes = bench.cast.usual();

        bench.cancel(minutes);

        assertThat(bench.isRunning(minutes)).isFalse();
        assertThat(bench.steps.taken()).isEmpty();
    }

    @Test
    void invitesTheOthersAtOnceWhereNoSecretarySigns() {
        var minutes = bench.cast.nobody();
        bench.cast.join(minutes, "adjuster1", SignatoryRole.ADJUSTER, false);
        bench.cast.join(minutes, "reviewer", null, true);
        bench.submit(minutes, 1);

        bench.approve(minutes);
        assertThat(bench.steps.taken()).containsExactly("inviteReviewer", "seal", "inviteSignatory adjuster1");

        bench.sign(minutes, "adjuster1");
        assertThat(bench.steps.taken())
                .containsExactly(
                        "sendReceipt adjuster1",
                        "preserve",
                        "close",
                        "reportCompletion adjuster1",
                        "reportCompletion reviewer");
    }

    @Test
    void preservesAtOnceWhereOnlyTheSecretarySigns() {
        var minutes = bench.cast.nobody();
        bench.cast.join(minutes, "secretary", SignatoryRole.SECRETARY, false);
        bench.cast.join(minutes, "reviewer", null, true);
        bench.submit(minutes, 1);
        bench.approve(minutes);
        bench.steps.taken();

        bench.sign(minutes, "secretary");

        assertThat(bench.steps.taken()).startsWith("sendReceipt secretary", "preserve", "close");
        assertThat(bench.isRunning(minutes)).isFalse();
    }

    private List<String> activities(MinutesId minutes) {
        return adjustments.standing(minutes, MinutesState.ADJUSTMENT).activities();
    }
}
