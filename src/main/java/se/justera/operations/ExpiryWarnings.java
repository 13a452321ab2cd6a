package se.justera.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.access.PublicAddress;
import se.justera.notify.Letter;
import se.justera.notify.LetterNotSent;
import se.justera.notify.PostOffice;
import se.justera.trust.KeyRing;
import se.justera.trust.KeyState;

/**
 * Tells the administrators by mail when a key has 60, 30 and 7 days left: once each, whichever node is first. A row per
 * certificate and threshold is the latch; if the mail is not sent, the row is not kept.
 */
@Component
class ExpiryWarnings {

    private static final Logger log = LoggerFactory.getLogger(ExpiryWarnings.class);

    /** Shortest first: a service that was down is told of the nearest only. */
    private static final List<Integer> DAYS = List.of(7, 30, 60);

    private final KeyRing keys;
    private final OperationsSettings settings;
    private final PostOffice post;
    private final PublicAddress address;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpiryWarnings(
            KeyRing keys,
            OperationsSettings settings,
            PostOffice post,
            PublicAddress address,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.post = post;
        this.address = address;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    void warn() {
        Instant now = clock.instant();
        for (KeyState key : keys.states()) {
            long left = key.daysLeft(now);
            DAYS.stream().filter(days -> left < days).findFirst().ifPresent(days -> warnOnce(key, days, left));
        }
    }

    private void warnOnce(KeyState key, int days, long left) {
        if (settings.administrators().isEmpty()) {
            log.warn("the key {} has {} days left; justera.operations.administrators is empty", key.name(), left);
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                latch(key, days);
                settings.administrators().forEach(to -> post.send(letter(to, key, left)));
            });
        } catch (DuplicateKeyException | TransientDataAccessException e) {
            log.debug("another node warns of the key {}, or has done so", key.name());
        } catch (LetterNotSent e) {
            log.warn("nobody was told that the key {} has {} days left: {}", key.name(), left, e.getMessage());
        }
    }

    private void latch(KeyState key, int days) {
        database.sql("insert into key_warning (certificate, days, sent_at) values (?, ?, ?)")
                .params(key.fingerprint().hex(), days, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Letter letter(String to, KeyState key, long left) {
        return new Letter(
                to,
                "key-expiry",
                Map.of(
                        "key",
                        key.name(),
                        "setting",
                        key.setting(),
                        "subject",
                        key.subject(),
                        "days",
                        Math.max(0, left),
                        "expires",
                        key.expires().atOffset(ZoneOffset.UTC).toLocalDate(),
                        "link",
                        address.of("/desk/trust")));
    }
}
