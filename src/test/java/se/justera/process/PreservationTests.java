package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;

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
import se.justera.minutes.MinutesState;
import se.justera.process.ProcessStanding.Deadline;
import se.justera.process.ProcessStanding.Incident;

/** Every sequence flow of preservation.bpmn, and what happens when a step of it fails. */
@ProcessTest
class PreservationTests {

    private static final Duration LOOK = Duration.ofDays(30);
    private static final Set<String> TAKEN = new TreeSet<>();
    private static int testsRun;

    private final ProcessBench bench;
    private final Adjustments adjustments;
    private final UnpreservedMinutes unpreserved;

    PreservationTests(
            @Autowired ProcessBench bench,
            @Autowired Adjustments adjustments,
            @Autowired UnpreservedMinutes unpreserved) {
        this.bench = bench;
        this.adjustments = adjustments;
        this.unpreserved = unpreserved;
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
        long tests = Arrays.stream(PreservationTests.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (testsRun == tests) {
            var model =
                    Bpmn.readModelFromStream(PreservationTests.class.getResourceAsStream("/bpmn/preservation.bpmn"));
            assertThat(TAKEN)
                    .containsAll(model.getModelElementsByType(SequenceFlow.class).stream()
                            .map(SequenceFlow::getId)
                            .toList());
        }
    }

    @Test
    void looksAtTheTimestampAsSoonAsTheMinutesAreClosedAndThenWaits() {
        var minutes = closed();

        assertThat(bench.preservation.taken()).containsExactly("look");
        assertThat(adjustments.standing(minutes, MinutesState.FINAL).activities())
                .containsExactly("intermediateCatchEvent_nextLookDue");
        assertThat(adjustments.standing(minutes, MinutesState.FINAL).deadlines())
                .containsExactly(new Deadline("intermediateCatchEvent_nextLookDue", ProcessBench.START.plus(LOOK)));
    }

    @Test
    void looksAgainAndAgainSoThatAnEarlierEndOfAnAlgorithmIsNoticed() {
        closed();
        bench.later(LOOK.plusMinutes(1));
        assertThat(bench.preservation.taken()).containsExactly("look", "look");

        bench.preservation.dueAt(
                ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(3)), Duration.ofDays(1000));
        bench.later(LOOK.plusMinutes(1));

        assertThat(bench.preservation.taken()).startsWith("look", "renew");
    }

    @Test
    void renewsInTimeAndBeginsANewPeriodForever() {
        bench.preservation.dueAt(ProcessBench.START.plus(Duration.ofDays(20)), Duration.ofDays(20));
        var minutes = closed();
        bench.preservation.taken();

        for (int period = 0; period < 5; period++) {
            bench.later(Duration.ofDays(19));
            assertThat(bench.preservation.taken()).isEmpty();
            bench.later(Duration.ofDays(1).plusMinutes(1));
            assertThat(bench.preservation.taken()).containsExactly("look", "renew", "look");
            assertThat(bench.isRunning(minutes)).isTrue();
        }
        assertThat(bench.ends(minutes)).hasSize(5).containsOnly("endEvent_documentPreserved");
        assertThat(periods(minutes)).isEqualTo(1);
    }

    @Test
    void renewsAtOnceWhatIsWeakAlready() {
        bench.preservation.dueAt(ProcessBench.START.minusSeconds(1), Duration.ofDays(1000));

        closed();

        assertThat(bench.preservation.taken()).containsExactly("look", "renew", "look");
    }

    @Test
    void showsARenewalThatFailsAndGoesOnWhenItIsRetried() {
        bench.preservation.dueAt(ProcessBench.START.minusSeconds(1), Duration.ofDays(1000));
        bench.preservation.breaks();
        var minutes = closed();
        bench.later(Duration.ofSeconds(11));
        bench.later(Duration.ofSeconds(61));
        assertThat(adjustments.standing(minutes, MinutesState.FINAL).incidents())
                .containsExactly(new Incident("serviceTask_renewTimestamp", "no time-stamp could be had"));
        bench.preservation.taken();
        bench.preservation.mended();

        adjustments.retryFailedSteps(minutes);
        bench.work();

        assertThat(bench.preservation.taken()).containsExactly("renew", "look");
        assertThat(adjustments.standing(minutes, MinutesState.FINAL).incidents())
                .isEmpty();
    }

    @Test
    void preservesEachMinutesByThemselves() {
        var one = closed();
        var other = closed();

        assertThat(List.of(periods(one), periods(other))).containsExactly(1L, 1L);
    }

    @Test
    void beginsAtStartUpForMinutesThatWereClosedBeforeThereWasPreservation() {
        var old = bench.cast.nobody();
        var preserved = closed();
        bench.cast.wereClosed(old, preserved);

        unpreserved.preserve();
        unpreserved.preserve();
        bench.work();

        assertThat(List.of(periods(old), periods(preserved))).containsExactly(1L, 1L);
        assertThat(adjustments.standing(old, MinutesState.FINAL).activities())
                .containsExactly("intermediateCatchEvent_nextLookDue");
    }

    private MinutesId closed() {
        var minutes = bench.cast.nobody();
        bench.close(minutes);
        bench.work();
        return minutes;
    }

    private long periods(MinutesId minutes) {
        return bench.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(minutes.toString(), "preservation")
                .count();
    }
}
