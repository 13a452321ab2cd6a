package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.ceremony.SignatureRefusedByUs;
import se.justera.kernel.MinutesId;
import se.justera.process.ProcessStanding.Incident;

/** A signature that our own validation refused is an incident that staff see, until it is settled. */
@ProcessTest
class RefusedSignatureTests {

    private static final String WHY = "Our own validation says INVALID.";

    private final ProcessBench bench;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final Adjustments adjustments;

    RefusedSignatureTests(
            @Autowired ProcessBench bench,
            @Autowired ApplicationEventPublisher publisher,
            @Autowired TransactionTemplate transaction,
            @Autowired Adjustments adjustments) {
        this.bench = bench;
        this.publisher = publisher;
        this.transaction = transaction;
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
    void isShownWhereThePersonIsWaitedForOnceHoweverOftenItHappens() {
        var minutes = bench.signedBySecretary();

        refuse(minutes, "chair");
        refuse(minutes, "chair");

        assertThat(bench.standing(minutes).incidents())
                .containsExactly(new Incident("receiveTask_awaitSignatorySignature", WHY));
    }

    @Test
    void isSettledByTheSameBytesPassingLater() {
        var minutes = bench.signedBySecretary();
        refuse(minutes, "chair");
        refuse(minutes, "adjuster1");

        bench.sign(minutes, "chair");

        assertThat(bench.standing(minutes).incidents()).hasSize(1);
        bench.sign(minutes, "adjuster1");
        assertThat(bench.standing(minutes).incidents()).isEmpty();
        bench.sign(minutes, "adjuster2");
        assertThat(bench.isRunning(minutes)).isFalse();
    }

    @Test
    void isSettledByStaffWhoHaveSeenToIt() {
        var minutes = bench.approved();
        refuse(minutes, "secretary");
        assertThat(bench.standing(minutes).incidents())
                .containsExactly(new Incident("receiveTask_awaitSecretarySignature", WHY));

        adjustments.retryFailedSteps(minutes);

        assertThat(bench.standing(minutes).incidents()).isEmpty();
        assertThat(bench.standing(minutes).activities()).containsExactly("receiveTask_awaitSecretarySignature");
    }

    @Test
    void isNothingToSeeToWhereNobodyWaitsAnyMore() {
        var minutes = bench.signedBySecretary();
        bench.decline(minutes, "adjuster1");

        refuse(minutes, "chair");

        assertThat(bench.standing(minutes).incidents()).isEmpty();
    }

    private void refuse(MinutesId minutes, String name) {
        var fact = new SignatureRefusedByUs(Cast.TENANT, minutes, bench.cast.of(minutes, name), WHY);
        transaction.executeWithoutResult(status -> publisher.publishEvent(fact));
    }
}
