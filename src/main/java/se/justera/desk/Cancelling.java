package se.justera.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import se.justera.access.CurrentStaff;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.process.StepNotWaiting;

/**
 * Gives minutes up. Right after another step the process may still be on its way, and two transactions would change it at
 * once: then the whole is tried again, for two seconds at most.
 */
@Component
public class Cancelling {

    private static final RetryPolicy WHILE_ON_ITS_WAY = RetryPolicy.builder()
            .includes(StepNotWaiting.class)
            .maxRetries(20)
            .delay(Duration.ofMillis(100))
            .build();

    private final RetryTemplate tries = new RetryTemplate(WHILE_ON_ITS_WAY);
    private final MinuteBook book;

    Cancelling(MinuteBook book) {
        this.book = book;
    }

    /** @throws StepNotWaiting if the process is still changed by somebody else */
    public MinutesView cancel(CurrentStaff staff, MinutesId minutes, @Nullable Long expectedVersion, String reason) {
        return tries.invoke(() -> book.cancel(staff.tenant(), staff.actor(), minutes, expectedVersion, reason));
    }
}
