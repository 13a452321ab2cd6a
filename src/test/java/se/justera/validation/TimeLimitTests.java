package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeLimitTests {

    @Test
    void givesUpWhatTakesTooLong() {
        CountDownLatch never = new CountDownLatch(1);
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            never.await();
            return true;
        });

        assertThatThrownBy(() -> limit(Duration.ofMillis(50)).await(task, started(task)))
                .isInstanceOf(TimeoutException.class);
        never.countDown();
    }

    @Test
    void handsOutWhatIsDoneInTime() throws Exception {
        FutureTask<Boolean> task = new FutureTask<>(() -> true);

        assertThat(limit(Duration.ofSeconds(60)).await(task, started(task))).isTrue();
    }

    @Test
    void saysOnlyWhatIsSure() {
        assertThat(limit(Duration.ofSeconds(30)).sure()).isEqualTo(Duration.ofSeconds(8));
        assertThat(limit(Duration.ofSeconds(5)).sure()).isEqualTo(Duration.ofSeconds(5));
    }

    /** 51 signatures of an authority's tool are 4.4 MB and may take their time; a small file that takes as long may not. */
    @Test
    void growsWithTheFile() {
        long bytes = 4_400_000;
        assertThat(TimeLimit.of(ValidationLimits.patient(), bytes).sure()).isGreaterThan(Duration.ofSeconds(45));
        assertThat(TimeLimit.of(ValidationLimits.standard(), bytes).sure())
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        assertThat(TimeLimit.of(ValidationLimits.patient(), 10_000).sure()).isLessThan(Duration.ofSeconds(9));
    }

    private static TimeLimit limit(Duration all) {
        return new TimeLimit(all, Duration.ofSeconds(8));
    }

    private static Thread started(FutureTask<Boolean> task) {
        Thread thread = new Thread(task, "limited");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
