package se.justera.signing;

import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code justera.signing.csc.*}: a remote signing service with the API of the Cloud Signature Consortium, version 2. Not
 * there without {@code url}.
 *
 * @param name as people know it
 * @param url up to and including {@code /csc/v2}
 * @param tokenUrl where the service's access token comes from (OAuth 2.0 client credentials)
 * @param timeout for each call
 * @param patience how long the signer may take to say yes in an app of the service's
 */
@Validated
@ConfigurationProperties("justera.signing.csc")
record CscSettings(
        @DefaultValue("The remote signing service") String name,
        @Nullable URI url,
        @Nullable URI tokenUrl,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,

        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration timeout,

        @DefaultValue("60s") @DurationMin(millis = 100) @DurationMax(minutes = 3)
        Duration patience) {

    CscSettings {
        if (url != null && (tokenUrl == null || clientId.isBlank() || clientSecret.isBlank())) {
            throw new IllegalArgumentException(
                    "justera.signing.csc.url also needs token-url, client-id and client-secret");
        }
        if (url != null && !(isSafe(url) && tokenUrl != null && isSafe(tokenUrl))) {
            throw new IllegalArgumentException("justera.signing.csc.url and token-url must be https addresses");
        }
    }

    private static boolean isSafe(URI address) {
        boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "CscSettings[" + url + "]";
    }
}
