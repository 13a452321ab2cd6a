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

        assertThatThrownBy(() -> new TimeLimit(Duration.ofMillis(50)).await(task, started(task)))
                .isInstanceOf(TimeoutException.class);
        never.countDown();
    }

    @Test
    void handsOutWhatIsDoneInTime() throws Exception {
        FutureTask<Boolean> task = new FutureTask<>(() -> true);

        assertThat(new TimeLimit(Duration.ofSeconds(60)).await(task, started(task)))
                .isTrue();
    }

    @Test
    void saysOnlyWhatIsSure() {
        assertThat(new TimeLimit(Duration.ofSeconds(30)).sure()).isEqualTo(Duration.ofSeconds(8));
        assertThat(new TimeLimit(Duration.ofSeconds(5)).sure()).isEqualTo(Duration.ofSeconds(5));
    }

    private static Thread started(FutureTask<Boolean> task) {
        Thread thread = new Thread(task, "limited");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
