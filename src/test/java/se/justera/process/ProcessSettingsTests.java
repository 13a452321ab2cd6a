package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessSettingsTests {

    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final List<Duration> RETRIES = List.of(Duration.ofSeconds(10), Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(strings = {"R/P3D", "R/P7D", "R/PT12H", "R/PT2S"})
    void takesAnUnboundedCycle(String reminder) {
        assertThat(new ProcessSettings(reminder, RETRIES, LOCK, 3, true).reminder())
                .isEqualTo(reminder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3d", "P3D", "R3/P3D", "R/P", "R/P3", "R/-P3D", "R/P0D", "R/P1W"})
    void refusesAnyOtherReminderAndSaysWhatToWrite(String reminder) {
        assertThatThrownBy(() -> new ProcessSettings(reminder, RETRIES, LOCK, 3, true))
                .hasMessageContaining("justera.process.reminder")
                .hasMessageContaining("R/P3D");
    }

    @Test
    void refusesNoRetriesAtAll() {
        assertThatThrownBy(() -> new ProcessSettings("R/P3D", List.of(), LOCK, 3, true))
                .hasMessageContaining("justera.process.retry-after");
    }

    @Test
    void refusesALockThatAStepCouldOutlast() {
        assertThatThrownBy(() -> new ProcessSettings("R/P3D", RETRIES, Duration.ofSeconds(5), 3, true))
                .hasMessageContaining("justera.process.job-lock");
    }

    @Test
    void refusesToWorkWithoutWorkers() {
        assertThatThrownBy(() -> new ProcessSettings("R/P3D", RETRIES, LOCK, 0, true))
                .hasMessageContaining("justera.process.workers");
    }

    @Test
    void triesOnceMoreThanItWaits() {
        assertThat(new ProcessSettings("R/P3D", RETRIES, LOCK, 3, true).tries()).isEqualTo(3);
    }
}
