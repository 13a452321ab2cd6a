package se.justera.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail in the database; the primary key (minutes, seq) refuses a fork of the chain. */
@Repository
class ChainedAuditTrail implements AuditTrail {

    private static final String NOTHING_BEFORE = "0".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RowMapper<AuditEntry> entry = (row, n) -> new AuditEntry(
            row.getLong("seq"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("type"),
            JSON.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {}),
            row.getString("hash"),
            row.getString("previous"));
    private final JdbcClient database;
    private final Clock clock;

    ChainedAuditTrail(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(TenantId tenant, MinutesId minutes, Actor actor, String type, Map<String, String> details) {
        Link last = last(minutes);
        long seq = last.seq() + 1;
        String previous = last.hash();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String json = JSON.writeValueAsString(new TreeMap<>(details));
        String hash = hash(minutes, seq, at, actor.toString(), type, json, previous);
        database.sql("insert into audit_entry (tenant_id, minutes_id, seq, at, actor, type, details, hash, previous)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        tenant.value(),
                        minutes.value(),
                        seq,
                        at.atOffset(ZoneOffset.UTC),
                        actor.toString(),
                        type,
                        json,
                        hash,
                        previous)
                .update();
    }

    @Override
    public List<AuditEntry> of(TenantId tenant, MinutesId minutes) {
        return database.sql("select * from audit_entry where tenant_id = ? and minutes_id = ? order by seq")
                .params(tenant.value(), minutes.value())
                .query(entry)
                .list();
    }

    /** What the next entry is chained to. */
    private record Link(long seq, String hash) {}

    private Link last(MinutesId minutes) {
        return database.sql("select seq, hash from audit_entry where minutes_id = ? order by seq desc limit 1")
                .param(minutes.value())
                .query((row, n) -> new Link(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(new Link(0, NOTHING_BEFORE));
    }

    /** SHA-256 over the fields, each on a line of its own; a line break inside one is escaped by JSON or impossible. */
    static String hash(
            MinutesId minutes, long seq, Instant at, String actor, String type, String details, String previous) {
        String chained = String.join("\n", minutes.toString(), "" + seq, at.toString(), actor, type, details, previous);
        return Sha256.of(chained.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
