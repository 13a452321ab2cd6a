package se.justera.journey;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Polls with a cap. */
public final class Waiting {

    private Waiting() {}

    /** What is waited for. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** Where something is looked for. */
    public interface Search<T> {
        Optional<T> look() throws Exception;
    }

    public static void until(String what, Duration cap, Condition condition) {
        found(what, cap, () -> condition.holds() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T found(String what, Duration cap, Search<T> search) {
        long end = System.nanoTime() + cap.toNanos();
        while (System.nanoTime() < end) {
            try {
                Optional<T> seen = search.look();
                if (seen.isPresent()) {
                    return seen.get();
                }
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("waited " + cap + " in vain until " + what);
    }
}
