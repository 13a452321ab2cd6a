package se.justera.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits against those who overload or guess.
 *
 * @param uploadLimit largest file that is taken; anything larger is answered 413
 * @param loginTries failures of one account from one address before it has to wait
 * @param loginPause how long it then waits
 */
@ConfigurationProperties("justera.access")
record AccessProperties(
        @DefaultValue("50MB") DataSize uploadLimit,
        @DefaultValue("10") int loginTries,
        @DefaultValue("10m") Duration loginPause) {

    /** Room for a multipart request's boundaries and other fields. */
    private static final DataSize ENVELOPE = DataSize.ofMegabytes(1);

    AccessProperties {
        if (uploadLimit.toBytes() < 1024) {
            throw new IllegalArgumentException("justera.access.upload-limit must be at least 1KB, e.g. 50MB");
        }
        if (loginTries < 1 || loginPause.isNegative() || loginPause.isZero()) {
            throw new IllegalArgumentException(
                    "justera.access.login-tries must be at least 1 and login-pause longer than nothing, e.g. 10m");
        }
    }

    DataSize requestLimit() {
        return DataSize.ofBytes(uploadLimit.toBytes() + ENVELOPE.toBytes());
    }
}
