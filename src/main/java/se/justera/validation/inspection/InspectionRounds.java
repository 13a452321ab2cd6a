package se.justera.validation.inspection;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the inspector out every other second, on a thread of its own: an inspection may take hours. */
@Component
class InspectionRounds {

    private static final Logger log = LoggerFactory.getLogger(InspectionRounds.class);
    private static final int STOP_SECONDS = 10;

    private final Inspector inspector;
    private final Inspections inspections;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread background = new Thread(task, "inspection");
        background.setDaemon(true);
        return background;
    });
    private @Nullable Future<?> work;

    InspectionRounds(Inspector inspector, Inspections inspections) {
        this.inspector = inspector;
        this.inspections = inspections;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
    synchronized void round() {
        if (work == null || work.isDone()) {
            work = thread.submit(inspector::work);
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void tidy() {
        inspections.removeExpired();
    }

    /**
     * What is under way is let go before the database goes, for another node to take up. Without an interrupt: the
     * embedded database would close its file.
     */
    @PreDestroy
    void stop() throws InterruptedException {
        inspector.stop();
        thread.shutdown();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.info("an inspection is left in the middle of a file and goes on after the next start");
        }
    }
}
