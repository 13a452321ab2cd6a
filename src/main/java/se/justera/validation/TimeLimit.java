package se.justera.validation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long one file may take: so much of a processor by itself, and so much time whatever else the machine does. A busy
 * machine makes no file too slow that is not.
 */
record TimeLimit(Duration all, Duration ofAProcessor) {

    private static final Duration OF_A_PROCESSOR = Duration.ofSeconds(8);
    private static final double MEGABYTE = 1 << 20;
    private static final Duration LOOK = Duration.ofMillis(200);

    /** For a file of so many bytes: what there is to read, to hash and to compare grows with them. */
    static TimeLimit of(ValidationLimits limits, long bytes) {
        long more = (long) (limits.perMegabyte().toNanos() * (bytes / MEGABYTE));
        return new TimeLimit(limits.timeout(), OF_A_PROCESSOR.plusNanos(more));
    }

    /** What a file has taken at least that was given up. */
    Duration sure() {
        return all.compareTo(ofAProcessor) < 0 ? all : ofAProcessor;
    }

    /**
     * Waits for what a thread of its own does.
     *
     * @throws TimeoutException when it has had its share
     */
    <T> T await(Future<T> task, Thread thread) throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + all.toNanos();
        // until then it cannot have used up its share
        Duration patience = sure();
        while (true) {
            try {
                return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() >= end || used(thread) >= ofAProcessor.toNanos()) {
                    throw e;
                }
                patience = LOOK;
            }
        }
    }

    private static long used(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }
}
