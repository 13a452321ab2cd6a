package se.justera.validation.inspection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code justera.validation.inspections.*}: what an auditor may hand in at once.
 *
 * @param maxSize of the ZIP
 * @param maxFiles in it
 * @param maxUnpacked all its files together
 * @param most of one account at a time
 * @param kept how long from when it was handed in until it is removed
 * @param threads how many files of it at a time, on each node
 */
@ConfigurationProperties("justera.validation.inspections")
public record InspectionSettings(
        @DefaultValue("500MB") DataSize maxSize,
        @DefaultValue("20000") int maxFiles,
        @DefaultValue("10GB") DataSize maxUnpacked,
        @DefaultValue("10") int most,
        @DefaultValue("7d") Duration kept,
        @DefaultValue("1") int threads) {

    public InspectionSettings {
        boolean sizes = maxSize.toBytes() > 0 && maxUnpacked.toBytes() > 0;
        if (!sizes || maxFiles < 1 || most < 1 || threads < 1 || kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("justera.validation.inspections.max-size, max-files, max-unpacked, most,"
                    + " kept and threads must all be greater than zero");
        }
    }

    /** With its unit, as people write it. */
    public String maxSizeInWords() {
        return inWords(maxSize);
    }

    /** With its unit, as people write it. */
    public String maxUnpackedInWords() {
        return inWords(maxUnpacked);
    }

    private static String inWords(DataSize size) {
        boolean whole = size.toGigabytes() > 0
                && DataSize.ofGigabytes(size.toGigabytes()).equals(size);
        return whole ? size.toGigabytes() + " GB" : size.toMegabytes() + " MB";
    }
}
