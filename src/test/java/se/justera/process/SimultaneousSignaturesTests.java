package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesFact.MinutesSigned;
import se.justera.minutes.ParticipantState;

/** Everybody waits in an execution of their own: those who act at the same moment do not get in each other's way. */
@ProcessTest
class SimultaneousSignaturesTests {

    private static final List<String> OTHERS = List.of("chair", "adjuster1", "adjuster2");

    private final ProcessBench bench;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final ExecutorService people = Executors.newFixedThreadPool(3);

    SimultaneousSignaturesTests(
            @Autowired ProcessBench bench,
            @Autowired ApplicationEventPublisher publisher,
            @Autowired TransactionTemplate transaction) {
        this.bench = bench;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    @BeforeEach
    void begin() {
        bench.clear();
    }

    @AfterEach
    void end() {
        people.shutdownNow();
        ClockUtil.reset();
    }

    @RepeatedTest(5)
    void letsThreePeopleSignInOverlappingTransactions() throws Exception {
        var minutes = bench.signedBySecretary();
        var allHaveSigned = new CyclicBarrier(OTHERS.size());

        var signatures = OTHERS.stream()
                .map(name -> signing(minutes, name, allHaveSigned))
                .toList();

        for (Future<Boolean> signature : people.invokeAll(signatures)) {
            assertThatCode(() -> signature.get(20, TimeUnit.SECONDS)).doesNotThrowAnyException();
        }
        OTHERS.forEach(name -> bench.cast.becomes(bench.cast.of(minutes, name), ParticipantState.SIGNED));
        bench.work();
        assertThat(bench.isRunning(minutes)).isFalse();
        assertThat(bench.steps.taken()).contains("preserve", "close");
    }

    @Test
    void letsOnlyOneOfTwoIdenticalSignaturesThrough() throws Exception {
        var minutes = bench.signedBySecretary();
        var both = new CyclicBarrier(2);
        Callable<Boolean> once = () -> {
            both.await(20, TimeUnit.SECONDS);
            try {
                bench.publish(new MinutesSigned(Cast.TENANT, minutes, bench.cast.of(minutes, "chair")));
                return true;
            } catch (RuntimeException refused) {
                // a StepNotWaiting; or, since here nobody holds the lock on the minutes, the engine stumbles half-way
                return false;
            }
        };

        var outcomes = people.invokeAll(List.of(once, once));

        assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder(true, false);
    }

    /** Records the signature, and commits only when the others have recorded theirs too. */
    private Callable<Boolean> signing(MinutesId minutes, String name, CyclicBarrier allHaveSigned) {
        return () -> {
            var fact = new MinutesSigned(Cast.TENANT, minutes, bench.cast.of(minutes, name));
            return Boolean.TRUE.equals(transaction.execute(status -> {
                publisher.publishEvent(fact);
                await(allHaveSigned);
                return true;
            }));
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the others did not come so far", e);
        }
    }
}
