package se.justera.validation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one file may ask for; what asks for more is {@link Verdict#UNREADABLE}.
 *
 * @param maxSize of the file
 * @param maxPages of the document
 * @param maxSignatures signatures and document time-stamps together
 * @param maxObjects indirect objects of the document
 * @param maxUnpacked all its streams together when they are unpacked
 * @param timeout for the whole validation of one file on a busy machine
 * @param perMegabyte how much of a processor's own time a file gets for each megabyte, besides 8 seconds
 */
@ConfigurationProperties("justera.validation")
public record ValidationLimits(
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("5000") int maxPages,
        @DefaultValue("200") int maxSignatures,
        @DefaultValue("500000") int maxObjects,
        @DefaultValue("512MB") DataSize maxUnpacked,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("500ms") Duration perMegabyte) {

    public ValidationLimits {
        boolean sizes = maxSize.toBytes() > 0 && maxUnpacked.toBytes() > 0;
        boolean numbers = maxPages > 0 && maxSignatures > 0 && maxObjects > 0;
        boolean times = !timeout.isNegative() && !timeout.isZero() && !perMegabyte.isNegative();
        if (!sizes || !numbers || !times) {
            throw new IllegalArgumentException("justera.validation.max-size, max-pages, max-signatures, max-objects,"
                    + " max-unpacked and timeout must all be greater than zero, per-megabyte not less");
        }
    }

    /** 50 MiB, 5000 pages, 200 signatures, 500 000 objects, 512 MiB unpacked, 30 seconds, half a second per megabyte. */
    public static ValidationLimits standard() {
        return in(Duration.ofSeconds(30), Duration.ofMillis(500));
    }

    /**
     * The same with much more time, for somebody's own machine, where nobody else waits: what a real file can ask for is
     * never refused, and what is small and takes long is given up as soon.
     */
    static ValidationLimits patient() {
        return in(Duration.ofMinutes(10), Duration.ofSeconds(10));
    }

    private static ValidationLimits in(Duration timeout, Duration perMegabyte) {
        return new ValidationLimits(
                DataSize.ofMegabytes(50), 5000, 200, 500_000, DataSize.ofMegabytes(512), timeout, perMegabyte);
    }
}
