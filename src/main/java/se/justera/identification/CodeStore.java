package se.justera.identification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;

/** Codes that were sent, in the database. */
@Repository
class CodeStore {

    private final JdbcClient database;

    CodeStore(JdbcClient database) {
        this.database = database;
    }

    Optional<SentCode> find(ParticipantId participant) {
        return read("select * from mail_code where participant_id = ?", participant);
    }

    /** As {@link #find}, and nobody else tries a code of this person until the transaction ends. */
    Optional<SentCode> lock(ParticipantId participant) {
        return read("select * from mail_code where participant_id = ? for update", participant);
    }

    @Transactional
    void save(TenantId tenant, SentCode code) {
        remove(code.participant());
        database.sql("insert into mail_code (participant_id, tenant_id, salt, code_hash, issued_at, expires_at,"
                        + " wrong_tries, locked_until, issued_in_window, window_started_at)"
                        + " values (:participant, :tenant, :salt, :hash, :issued, :expires, :tries, :locked, :count,"
                        + " :window)")
                .param("participant", code.participant().value())
                .param("tenant", tenant.value())
                .param("salt", code.salt())
                .param("hash", code.codeHash())
                .param("issued", utc(code.issuedAt()))
                .param("expires", utc(code.expiresAt()))
                .param("tries", code.wrongTries())
                .param("locked", utc(code.lockedUntil()))
                .param("count", code.issuedInWindow())
                .param("window", utc(code.windowStartedAt()))
                .update();
    }

    void remove(ParticipantId participant) {
        database.sql("delete from mail_code where participant_id = ?")
                .param(participant.value())
                .update();
    }

    private Optional<SentCode> read(String sql, ParticipantId participant) {
        return database.sql(sql)
                .param(participant.value())
                .query(CodeStore::code)
                .optional();
    }

    private static SentCode code(ResultSet row, int n) throws SQLException {
        OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
        return new SentCode(
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getString("salt"),
                row.getString("code_hash"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("wrong_tries"),
                locked == null ? null : locked.toInstant(),
                row.getInt("issued_in_window"),
                row.getObject("window_started_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
