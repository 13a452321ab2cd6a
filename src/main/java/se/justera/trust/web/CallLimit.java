package se.justera.trust.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How often one address may have something signed: each answer costs a signature, perhaps in a slow device. */
@Component
class CallLimit {

    static final int A_MINUTE = 120;

    private static final int REMEMBERED = 100_000;

    private final Cache<String, Integer> calls;

    CallLimit(Clock clock) {
        this.calls = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfter(Expiry.<String, Integer>creating((caller, count) -> Duration.ofMinutes(1)))
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /** @throws TooMany if this is one call too many within a minute */
    void count(String service, String address) {
        if (calls.asMap().merge(service + " " + address, 1, Integer::sum) > A_MINUTE) {
            throw new TooMany();
        }
    }

    /** Answered with 429. */
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
