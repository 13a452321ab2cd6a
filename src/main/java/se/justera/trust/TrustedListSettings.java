package se.justera.trust;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code justera.trust.lists.*}: trusted lists (ETSI TS 119 612) that validation trusts besides the anchors.
 *
 * @param files lists that are taken as authentic because they are named here
 * @param lotlUrl of a list of lists, e.g. the European Commission's; fetched in the background
 * @param lotlSigners certificates (PEM or DER) one of which has signed it or its first pivot, as the Official Journal
 *     publishes them
 * @param announcementUrl of the publication that names those certificates; pivots older than it are not followed
 * @param refresh how often lists are fetched again
 * @param timeout for each of them, from the request to its last byte
 * @param largest how large a list may be; a larger one is not read
 * @param cache folder of the lists fetched last, for starts without a network
 */
@Validated
@ConfigurationProperties("justera.trust.lists")
record TrustedListSettings(
        @DefaultValue List<String> files,
        @Nullable URI lotlUrl,
        @DefaultValue List<String> lotlSigners,

        @DefaultValue("https://eur-lex.europa.eu/eli/C/2026/1944/oj")
        String announcementUrl,

        @DefaultValue("6h") @DurationMin(minutes = 1) Duration refresh,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration timeout,
        @DefaultValue("32MB") DataSize largest,
        @DefaultValue("./data/trusted-lists") Path cache) {

    TrustedListSettings {
        files = List.copyOf(files);
        lotlSigners = List.copyOf(lotlSigners);
        if (lotlUrl != null && lotlSigners.isEmpty()) {
            throw new IllegalArgumentException(
                    "justera.trust.lists.lotl-url needs justera.trust.lists.lotl-signers: the certificates of those who sign it");
        }
    }
}
