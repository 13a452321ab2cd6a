package se.justera.validation.batch;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import se.justera.validation.Unreadable;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/**
 * Validates candidates on several threads and hands the results out in the order in which they were added. Only a few
 * are under way at a time, and only one large one, so that memory stays the same however many there are. Whatever
 * happens to one, the others go on.
 */
public final class Batch implements AutoCloseable {

    private static final int AHEAD = 4;

    private final Validation validation;
    private final Locale locale;
    private final Predicate<Candidate> known;
    private final Consumer<Answer> answers;
    private final ExecutorService threads;
    private final int most;
    private final Semaphore large = new Semaphore(1);
    private final Queue<Future<Answer>> underWay = new ArrayDeque<>();

    /**
     * @param known what need not be validated again; asked on the batch's threads
     * @param answers gets each answer on the caller's thread
     */
    public Batch(
            Validation validation, Locale locale, int threads, Predicate<Candidate> known, Consumer<Answer> answers) {
        this.validation = validation;
        this.locale = locale;
        this.known = known;
        this.answers = answers;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "batch");
            thread.setDaemon(true);
            return thread;
        });
        this.most = threads * AHEAD;
    }

    /** What is said of one candidate; nothing, where that is known already. */
    public record Answer(Candidate candidate, Optional<ValidationResult> result) {}

    /** Waits until there is room, handing out what is done meanwhile. */
    public void add(Candidate candidate) {
        while (underWay.size() >= most
                || (!underWay.isEmpty() && underWay.element().isDone())) {
            handOutNext();
        }
        underWay.add(threads.submit(
                () -> new Answer(candidate, known.test(candidate) ? Optional.empty() : Optional.of(judge(candidate)))));
    }

    /** Waits for everything that was added. */
    public void finish() {
        while (!underWay.isEmpty()) {
            handOutNext();
        }
    }

    private void handOutNext() {
        try {
            answers.accept(underWay.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a candidate always has an answer", e);
        }
    }

    private ValidationResult judge(Candidate candidate) throws InterruptedException {
        boolean alone = candidate.size() > Candidate.LARGE;
        if (alone) {
            large.acquire();
        }
        try {
            return candidate.judge(validation, locale);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return validation.refused(candidate.name(), Unreadable.DAMAGED, locale);
        } finally {
            if (alone) {
                large.release();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
