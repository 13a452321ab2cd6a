package se.justera.validation.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the public may ask for.
 *
 * @param perMinute files from one address
 * @param patience how long a file waits while others take up the memory; then it is refused
 */
@ConfigurationProperties("justera.validation.uploads")
record UploadSettings(
        @DefaultValue("600") int perMinute,
        @DefaultValue("20s") Duration patience) {

    UploadSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("justera.validation.uploads.per-minute must be at least 1");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("justera.validation.uploads.patience must not be negative, e.g. 20s");
        }
    }
}
