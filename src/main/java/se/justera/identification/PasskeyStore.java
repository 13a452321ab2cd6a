package se.justera.identification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.ParticipantId;

/** Passkeys in the database. They are an association's person's: of this name, reached at this address. */
@Repository
class PasskeyStore {

    private final JdbcClient database;

    PasskeyStore(JdbcClient database) {
        this.database = database;
    }

    List<Passkey> of(Claimant person) {
        return database.sql("select * from passkey where tenant_id = ? and person_name = ? and email = ?"
                        + " order by registered_at")
                .params(person.tenant().value(), person.name(), person.email())
                .query(PasskeyStore::passkey)
                .list();
    }

    boolean isTaken(String credentialId) {
        return database.sql("select count(*) from passkey where credential_id = ?")
                        .param(credentialId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Transactional
    void keep(Claimant person, Passkey key) {
        database.sql("insert into passkey (credential_id, tenant_id, participant_id, person_name, email, user_handle,"
                        + " credential, sign_count, level_of_assurance, evidence, registered_at)"
                        + " values (:id, :tenant, :participant, :name, :email, :handle, :credential, :count, :level,"
                        + " :evidence, :at)")
                .param("id", key.credentialId())
                .param("tenant", person.tenant().value())
                .param("participant", person.participant().value())
                .param("name", person.name())
                .param("email", person.email())
                .param("handle", key.userHandle())
                .param("credential", key.credential())
                .param("count", key.signCount())
                .param("level", key.level().named())
                .param("evidence", key.evidence())
                .param("at", key.registeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    void used(Passkey key, long signCount, Instant at) {
        database.sql("update passkey set sign_count = ?, used_at = ? where credential_id = ?")
                .params(signCount, at.atOffset(ZoneOffset.UTC), key.credentialId())
                .update();
    }

    /** Those that were registered behind this participant's link. */
    @Transactional
    void forget(ParticipantId participant) {
        database.sql("delete from passkey where participant_id = ?")
                .param(participant.value())
                .update();
    }

    private static Passkey passkey(ResultSet row, int n) throws SQLException {
        return new Passkey(
                row.getString("credential_id"),
                row.getString("user_handle"),
                row.getString("credential"),
                row.getLong("sign_count"),
                Level.of(row.getString("level_of_assurance")),
                row.getString("evidence"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }
}
