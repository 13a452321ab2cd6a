package se.justera.validation;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.justera.kernel.Sha256;

/** The files that were found valid within the last hour, by their SHA-256, as long as the same anchors are trusted. */
final class FoundValid {

    private static final Duration LONG = Duration.ofHours(1);
    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<Sha256, Instant> found = new LinkedHashMap<>();
    private List<X509Certificate> trusted = List.of();

    FoundValid(Clock clock) {
        this.clock = clock;
    }

    synchronized void remember(byte[] pdf, List<X509Certificate> anchors) {
        if (!anchors.equals(trusted)) {
            found.clear();
            trusted = anchors;
        }
        found.keySet().stream()
                .limit(Math.max(0, found.size() - MOST + 1))
                .toList()
                .forEach(found::remove);
        found.put(Sha256.of(pdf), clock.instant());
    }

    synchronized boolean knows(byte[] pdf, List<X509Certificate> anchors) {
        Instant at = anchors.equals(trusted) ? found.get(Sha256.of(pdf)) : null;
        Instant now = clock.instant();
        return at != null && !now.isBefore(at) && now.isBefore(at.plus(LONG));
    }
}
