package se.justera.validation.online;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * How much one file may make the service fetch.
 *
 * @param calls addresses, those that are refused included
 * @param each for one answer, from the name of its host to the last byte
 * @param all for all answers together
 * @param list the largest CRL
 * @param answer the largest OCSP answer or issuer
 * @param bytes of all answers together
 */
public record CallLimits(int calls, Duration each, Duration all, DataSize list, DataSize answer, DataSize bytes) {

    private static final Duration ALL = Duration.ofSeconds(5);

    /** 16 calls in 5 seconds, and never more than half of what the file has. */
    public static CallLimits within(Duration timeout) {
        Duration half = timeout.dividedBy(2);
        return new CallLimits(
                16,
                Duration.ofSeconds(3),
                half.compareTo(ALL) < 0 ? half : ALL,
                DataSize.ofMegabytes(4),
                DataSize.ofKilobytes(64),
                DataSize.ofMegabytes(8));
    }
}
