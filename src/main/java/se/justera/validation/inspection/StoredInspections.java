package se.justera.validation.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.access.CurrentStaff;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;
import se.justera.validation.batch.Table;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inspections in the database. A node holds one for a while and prolongs that with every line; a line of who no longer
 * holds it is refused, so that two nodes never work at the same one for long and no line stands there twice.
 */
@Repository
class StoredInspections {

    private static final int PART = 1 << 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JdbcClient database;

    StoredInspections(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a node has taken up.
     *
     * @param done how many lines there are
     * @param tries how many times it was taken up since the last line
     */
    record Held(UUID id, UUID holder, Locale language, int files, int done, int tries) {}

    void add(CurrentStaff by, Inspection inspection, Path zip, Locale language) throws IOException {
        database.sql("insert into inspection (id, tenant_id, account, file_name, language, files, handed_in_at,"
                        + " kept_until) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(inspection.id())
                .param(by.tenant().value())
                .param(by.name())
                .param(inspection.name())
                .param(language.getLanguage())
                .param(inspection.files())
                .param(utc(inspection.handedInAt()))
                .param(utc(inspection.keptUntil()))
                .update();
        try (InputStream bytes = Files.newInputStream(zip)) {
            int number = 0;
            for (byte[] part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
                database.sql("insert into inspection_part (inspection_id, number, content) values (?, ?, ?)")
                        .params(inspection.id(), number++, part)
                        .update();
            }
        }
    }

    /** Piece by piece, so that it is never in memory whole. */
    void copy(UUID id, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip)) {
            for (int number = 0; ; number++) {
                Optional<byte[]> part = database.sql(
                                "select content from inspection_part where inspection_id = ? and number = ?")
                        .params(id, number)
                        .query((row, n) -> row.getBytes(1))
                        .optional();
                if (part.isEmpty()) {
                    return;
                }
                out.write(part.get());
            }
        }
    }

    List<Inspection> of(CurrentStaff staff, Instant now) {
        return database.sql("select * from inspection where tenant_id = ? and account = ? and kept_until > ?"
                        + " order by handed_in_at desc")
                .params(staff.tenant().value(), staff.name(), utc(now))
                .query((row, n) -> inspection(row, now))
                .list();
    }

    Optional<Inspection> find(CurrentStaff staff, UUID id, Instant now) {
        return database.sql(
                        "select * from inspection where id = ? and tenant_id = ? and account = ? and kept_until > ?")
                .params(id, staff.tenant().value(), staff.name(), utc(now))
                .query((row, n) -> inspection(row, now))
                .optional();
    }

    private static Inspection inspection(ResultSet row, Instant now) throws SQLException {
        return new Inspection(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getInt("files"),
                row.getInt("done"),
                state(row, now),
                at(row, "handed_in_at"),
                at(row, "kept_until"));
    }

    private static Inspection.State state(ResultSet row, Instant now) throws SQLException {
        if (row.getBoolean("given_up")) {
            return Inspection.State.GIVEN_UP;
        } else if (row.getObject("finished_at") != null) {
            return Inspection.State.DONE;
        }
        OffsetDateTime held = row.getObject("held_until", OffsetDateTime.class);
        return held != null && held.toInstant().isAfter(now) ? Inspection.State.RUNNING : Inspection.State.WAITING;
    }

    Map<Verdict, Integer> verdicts(UUID id) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        database.sql("select verdict, count(*) from inspection_line where inspection_id = ? group by verdict")
                .param(id)
                .query(row -> {
                    verdicts.put(Verdict.valueOf(row.getString(1)), row.getInt(2));
                });
        return verdicts;
    }

    List<InspectionLine> lines(UUID id, @Nullable Verdict verdict, int after, int most) {
        return database.sql("select number, result from inspection_line where inspection_id = :id and number > :after"
                        + (verdict == null ? "" : " and verdict = :verdict") + " order by number limit :most")
                .param("id", id)
                .param("after", after)
                .param("verdict", verdict == null ? "" : verdict.name())
                .param("most", most)
                .query((row, n) ->
                        new InspectionLine(row.getInt(1), MAPPER.readValue(row.getString(2), ValidationResult.class)))
                .list();
    }

    /** The one that has waited longest, for this node until then; empty if there is none. */
    @Transactional
    Optional<Held> take(UUID holder, Instant now, Instant until) {
        Optional<Held> next = database.sql("select * from inspection where finished_at is null and kept_until > ?"
                        + " and (held_until is null or held_until <= ?) order by handed_in_at limit 1")
                .params(utc(now), utc(now))
                .query((row, n) -> new Held(
                        row.getObject("id", UUID.class),
                        holder,
                        Locale.forLanguageTag(row.getString("language")),
                        row.getInt("files"),
                        row.getInt("done"),
                        row.getInt("tries") + 1))
                .optional();
        return next.filter(held -> database.sql("update inspection set holder = ?, held_until = ?, tries = ?"
                                + " where id = ? and finished_at is null and (held_until is null or held_until <= ?)")
                        .params(holder, utc(until), held.tries(), held.id(), utc(now))
                        .update()
                == 1);
    }

    /** @return false if somebody else holds it now, or it is gone: then the line is not kept */
    @Transactional
    boolean add(Held held, InspectionLine line, Instant until) {
        int prolonged = database.sql("update inspection set done = ?, held_until = ?, tries = 0"
                        + " where id = ? and holder = ? and done = ?")
                .params(line.number() + 1, utc(until), held.id(), held.holder(), line.number())
                .update();
        if (prolonged == 0) {
            return false;
        }
        database.sql("insert into inspection_line (inspection_id, number, verdict, result) values (?, ?, ?, ?)")
                .param(held.id())
                .param(line.number())
                .param(line.result().verdict().name())
                .param(Table.NDJSON.line(line.result()))
                .update();
        return true;
    }

    /** The ZIP is needed no more. */
    @Transactional
    void finish(Held held, boolean givenUp, Instant now) {
        int finished = database.sql("update inspection set finished_at = ?, given_up = ?, holder = null,"
                        + " held_until = null where id = ? and holder = ?")
                .params(utc(now), givenUp, held.id(), held.holder())
                .update();
        if (finished == 1) {
            database.sql("delete from inspection_part where inspection_id = ?")
                    .param(held.id())
                    .update();
        }
    }

    /** Another may take it up at once. */
    void letGo(Held held) {
        database.sql("update inspection set holder = null, held_until = null where id = ? and holder = ?")
                .params(held.id(), held.holder())
                .update();
    }

    void remove(CurrentStaff staff, UUID id) {
        database.sql("delete from inspection where id = ? and tenant_id = ? and account = ?")
                .params(id, staff.tenant().value(), staff.name())
                .update();
    }

    void removeExpired(Instant now) {
        database.sql("delete from inspection where kept_until <= ?")
                .param(utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
