package se.justera.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts failed logins of one account from one address; after too many it must wait, whatever the password. */
@Component
class LoginTries {

    private static final int REMEMBERED = 100_000;

    private final Cache<String, Integer> failures;
    private final int allowed;

    LoginTries(AccessProperties limits, Clock clock) {
        this.allowed = limits.loginTries();
        this.failures = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(limits.loginPause())
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    boolean isExhausted(String account, String address) {
        Integer count = failures.getIfPresent(key(account, address));
        return count != null && count >= allowed;
    }

    void failed(String account, String address) {
        failures.asMap().merge(key(account, address), 1, Integer::sum);
    }

    void succeeded(String account, String address) {
        failures.invalidate(key(account, address));
    }

    private static String key(String account, String address) {
        return account.strip().toLowerCase(Locale.ROOT) + " " + address;
    }
}
