package se.justera.identification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.Sha256;

/**
 * Attempts that wait for an answer. Each is bound to one person, one browser and one method, is good for ten minutes and
 * for one answer.
 */
@Repository
class OpenRounds {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Clock clock;

    OpenRounds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param secret what will come back with the answer; only its hash is kept */
    @Transactional
    void open(String secret, Claimant person, Browser browser, String method) {
        Instant now = clock.instant();
        database.sql("delete from identification_round where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("insert into identification_round (secret_hash, tenant_id, participant_id, browser_hash, method,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        hash(secret),
                        person.tenant().value(),
                        person.participant().value(),
                        hash(browser.secret()),
                        method,
                        now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws IdentificationRefused.Stale unless there is such a round; whoever takes it is the only one */
    @Transactional
    void take(String claimedSecret, Claimant person, Browser browser, String method) {
        int taken = database.sql("delete from identification_round where secret_hash = ? and participant_id = ?"
                        + " and browser_hash = ? and method = ? and expires_at > ?")
                .params(
                        hash(claimedSecret),
                        person.participant().value(),
                        hash(browser.secret()),
                        method,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (taken == 0) {
            throw new IdentificationRefused.Stale();
        }
    }

    private static String hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
