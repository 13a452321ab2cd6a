package se.justera.ceremony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import se.justera.kernel.MinutesId;

/**
 * Who signs these minutes now: first come, first served, over all nodes on the database. A queue of short leases, so that
 * nobody holds a connection while a time-stamp is fetched, and whoever is killed holds the others up for one lease at
 * most. It only keeps people out of each other's way; that no signature is lost is the archive's doing.
 */
@Repository
class SigningTurns {

    /** Much longer than a signature with its time-stamp and validation takes. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final JdbcClient database;
    private final Clock clock;

    SigningTurns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws SigningBusy if the turn does not come within two minutes */
    void inTurn(MinutesId minutes, Runnable signing) {
        long turn = queue(minutes);
        try {
            await(minutes, turn);
            signing.run();
        } finally {
            database.sql("delete from signing_turn where number = ?")
                    .param(turn)
                    .update();
        }
    }

    private long queue(MinutesId minutes) {
        database.sql("delete from signing_turn where minutes_id = ? and expires_at < ?")
                .params(minutes.value(), utc(clock.instant()))
                .update();
        var number = new GeneratedKeyHolder();
        database.sql("insert into signing_turn (minutes_id, expires_at) values (?, ?)")
                .params(minutes.value(), utc(clock.instant().plus(LEASE)))
                .update(number, "number");
        return Objects.requireNonNull(number.getKey()).longValue();
    }

    private void await(MinutesId minutes, long turn) {
        Instant since = clock.instant();
        while (isAnybodyBefore(minutes, turn)) {
            if (clock.instant().isAfter(since.plus(PATIENCE))) {
                throw new SigningBusy();
            }
            LockSupport.parkNanos(LOOK.toNanos());
            extend(turn);
        }
        extend(turn);
    }

    private boolean isAnybodyBefore(MinutesId minutes, long turn) {
        return database.sql("select count(*) from signing_turn where minutes_id = ? and number < ? and expires_at >= ?")
                        .params(minutes.value(), turn, utc(clock.instant()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Only when half of it is over: most turns are shorter. */
    private void extend(long turn) {
        Instant now = clock.instant();
        database.sql("update signing_turn set expires_at = ? where number = ? and expires_at < ?")
                .params(utc(now.plus(LEASE)), turn, utc(now.plus(LEASE.dividedBy(2))))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
