package se.justera.validation.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.justera.validation.HeapShare;
import se.justera.validation.Unreadable;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.batch.Archive;
import se.justera.validation.batch.Batch;
import se.justera.validation.batch.Candidate;
import se.justera.validation.inspection.StoredInspections.Held;

/**
 * Works through what was handed in, file by file in the order of their names, and begins where the last one left off: a
 * service that is stopped or dies in the middle goes on after its start, or another node does.
 */
@Component
class Inspector {

    private static final Logger log = LoggerFactory.getLogger(Inspector.class);

    /** Longer than any one validation takes; after so long without a line the node is taken for dead. */
    private static final Duration HOLD = Duration.ofMinutes(3);

    /** So often without a new line, and the next file is the one that brings the service down: it is passed over. */
    private static final int TRIES_OF_A_FILE = 3;

    private static final int TRIES = 8;

    private final StoredInspections stored;
    private final Validation validation;
    private final InspectionSettings settings;
    private final Clock clock;
    private volatile boolean stopping;

    Inspector(
            StoredInspections stored, Validation validation, HeapShare heap, InspectionSettings settings, Clock clock) {
        this.stored = stored;
        this.validation = heap.patient(validation);
        this.settings = settings;
        this.clock = clock;
    }

    /** Works at one until it is finished, or {@link #stop()} is called. */
    void work() {
        stored.take(UUID.randomUUID(), clock.instant(), holdUntil()).ifPresent(this::workAt);
    }

    /** Ends the work after the files that are under way. */
    void stop() {
        stopping = true;
    }

    private void workAt(Held held) {
        try {
            if (held.tries() > TRIES) {
                stored.finish(held, true, clock.instant());
            } else {
                open(held);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("an inspection stops and is tried again: {}", e.toString());
        } finally {
            stored.letGo(held);
        }
    }

    private void open(Held held) throws IOException {
        Path zip = Files.createTempFile("justera-inspection", ".zip");
        try {
            stored.copy(held.id(), zip);
            try (Archive archive = Archive.open("", zip)) {
                if (validateRest(held, archive.candidates())) {
                    stored.finish(held, false, clock.instant());
                }
            }
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    /** Whether all lines are there. */
    private boolean validateRest(Held held, List<Candidate> files) {
        var lines = new Lines(held);
        if (held.tries() > TRIES_OF_A_FILE && held.done() < files.size()) {
            String name = files.get(held.done()).name();
            lines.add(validation.refused(name, Unreadable.DAMAGED, held.language()));
        }
        int threads = held.tries() > 1 ? 1 : settings.threads();
        try (Batch batch =
                new Batch(validation, held.language(), threads, file -> false, answer -> lines.add(answer.result()))) {
            for (int next = lines.next; next < files.size() && !stopping && !lines.lost; next++) {
                batch.add(files.get(next));
            }
            batch.finish();
        }
        return !lines.lost && lines.next >= files.size();
    }

    private Instant holdUntil() {
        return clock.instant().plus(HOLD);
    }

    /** Writes line after line as long as it is ours to write. */
    private final class Lines {

        private final Held held;
        private int next;
        private boolean lost;

        Lines(Held held) {
            this.held = held;
            this.next = held.done();
        }

        void add(Optional<ValidationResult> result) {
            result.ifPresent(this::add);
        }

        void add(ValidationResult result) {
            lost = lost || !stored.add(held, new InspectionLine(next++, result), holdUntil());
        }
    }
}
