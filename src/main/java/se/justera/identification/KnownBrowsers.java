package se.justera.identification;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.Sha256;

/** Which browsers a person has been identified in, within the last two hours. */
@Repository
class KnownBrowsers {

    static final Duration REMEMBERED_FOR = Duration.ofHours(2);

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random;

    KnownBrowsers(JdbcClient database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    @Transactional
    void remember(Claimant person, Browser browser, Identification identification) {
        database.sql("delete from identified_browser where expires_at < ? or (browser_hash = ? and participant_id = ?)")
                .params(
                        utc(clock.instant()),
                        hash(browser),
                        person.participant().value())
                .update();
        String number = identification.personalNumber();
        database.sql("insert into identified_browser (browser_hash, participant_id, tenant_id, method, method_label,"
                        + " level_of_assurance, identified_by, evidence, identified_at, expires_at, sealed_number)"
                        + " values (:browser, :participant, :tenant, :method, :label, :level, :by, :evidence, :at,"
                        + " :expires, :number)")
                .param("browser", hash(browser))
                .param("participant", person.participant().value())
                .param("tenant", person.tenant().value())
                .param("method", identification.method())
                .param("label", identification.methodLabel())
                .param("level", identification.levelOfAssurance())
                .param("by", identification.by())
                .param("evidence", identification.evidence())
                .param("at", utc(identification.at()))
                .param("expires", utc(clock.instant().plus(REMEMBERED_FOR)))
                .param("number", number == null ? null : SealedNumber.seal(browser, number, random))
                .update();
    }

    Optional<Identification> identified(ParticipantId participant, Browser browser) {
        return database.sql("select * from identified_browser"
                        + " where browser_hash = ? and participant_id = ? and expires_at > ?")
                .params(hash(browser), participant.value(), utc(clock.instant()))
                .query((row, n) -> identification(row, browser))
                .optional();
    }

    void forget(ParticipantId participant) {
        database.sql("delete from identified_browser where participant_id = ?")
                .param(participant.value())
                .update();
    }

    private static Identification identification(ResultSet row, Browser browser) throws SQLException {
        String number = row.getString("sealed_number");
        String method = row.getString("method");
        return new Identification(
                method,
                orElse(row.getString("method_label"), method),
                row.getString("level_of_assurance"),
                row.getString("identified_by"),
                orElse(row.getString("evidence"), ""),
                row.getObject("identified_at", OffsetDateTime.class).toInstant(),
                number == null ? null : SealedNumber.open(browser, number));
    }

    private static String orElse(@Nullable String stored, String otherwise) {
        return stored == null ? otherwise : stored;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String hash(Browser browser) {
        return Sha256.of(browser.secret().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
