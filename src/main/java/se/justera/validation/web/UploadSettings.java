package se.justera.validation.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the public may ask for.
 *
 * @param perMinute files from one address
 */
@ConfigurationProperties("justera.validation.uploads")
record UploadSettings(@DefaultValue("600") int perMinute) {

    UploadSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("justera.validation.uploads.per-minute must be at least 1");
        }
    }
}
