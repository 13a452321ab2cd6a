package se.justera.process;

import java.time.Duration;
import java.util.List;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine works, {@code justera.process.*}.
 *
 * @param reminder how often somebody who is waited for is reminded: an unbounded ISO 8601 repeating interval such as
 *     {@code R/P3D} (a bounded one is anchored to the clock and loses repetitions when the machine was down)
 * @param retryAfter how long a failed step waits before each new try; after the last it waits for a person
 * @param jobLock how long one node owns a step; must exceed the longest step with margin, or it never finishes
 * @param workers how many steps run at the same time on one node
 * @param jobExecutor false where steps are run by hand: in tests, or on a node that only serves pages
 */
@ConfigurationProperties("justera.process")
record ProcessSettings(
        @DefaultValue("R/P3D") String reminder,
        @DefaultValue({"10s", "1m", "10m", "1h"}) List<Duration> retryAfter,
        @DefaultValue("5m") Duration jobLock,
        @DefaultValue("3") int workers,
        @DefaultValue("true") boolean jobExecutor) {

    ProcessSettings {
        retryAfter = List.copyOf(retryAfter);
        if (!isUnboundedCycle(reminder)) {
            throw new IllegalArgumentException("justera.process.reminder is '" + reminder
                    + "'; write an unbounded ISO 8601 repeating interval such as R/P3D or R/PT12H");
        }
        if (retryAfter.isEmpty() || retryAfter.stream().anyMatch(d -> d.isNegative() || d.isZero())) {
            throw new IllegalArgumentException(
                    "justera.process.retry-after wants at least one duration above zero, such as 10s,1m,10m,1h");
        }
        if (jobLock.compareTo(Duration.ofSeconds(30)) < 0 || jobLock.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("justera.process.job-lock is to lie between 30s and 1h, such as 5m");
        }
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("justera.process.workers is to lie between 1 and 64");
        }
    }

    /** The first try and one after each wait. */
    int tries() {
        return retryAfter.size() + 1;
    }

    private static boolean isUnboundedCycle(String text) {
        if (!text.startsWith("R/P")) {
            return false;
        }
        try {
            return DatatypeFactory.newInstance().newDuration(text.substring(2)).getSign() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("every Java platform reads ISO 8601 durations", e);
        }
    }
}
