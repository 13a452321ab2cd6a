package se.justera.archive;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;

/** The archive in the database; the primary key (minutes, round, number) is its compare-and-set. */
@Repository
class StoredArchive implements Archive {

    private static final String COLUMNS = "select minutes_id, round, number, sha256, stored_at, pdf from pdf_revision";

    private final RowMapper<Revision> revision = (row, n) -> new Revision(
            new MinutesId(row.getObject("minutes_id", UUID.class)),
            row.getInt("round"),
            row.getInt("number"),
            new Sha256(row.getString("sha256")),
            row.getObject("stored_at", OffsetDateTime.class).toInstant(),
            row.getBytes("pdf"));
    private final JdbcClient database;
    private final Clock clock;

    StoredArchive(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Revision store(TenantId tenant, MinutesId minutes, int round, @Nullable Sha256 predecessor, byte[] pdf) {
        int number = 0;
        if (predecessor != null) {
            Base base = base(minutes, round).orElseThrow(StalePredecessor::new);
            requireGrowth(base, predecessor, pdf);
            number = base.number() + 1;
        }
        var stored = new Revision(minutes, round, number, Sha256.of(pdf), clock.instant(), pdf);
        insert(tenant, predecessor, stored);
        return stored;
    }

    /** What the next revision has to begin with; its hash tells that as surely as its bytes. */
    private record Base(int number, Sha256 sha256, int length) {}

    private Optional<Base> base(MinutesId minutes, int round) {
        return database.sql("select number, sha256, octet_length(pdf) as bytes from pdf_revision"
                        + " where minutes_id = ? and round = ? order by number desc limit 1")
                .params(minutes.value(), round)
                .query((row, n) ->
                        new Base(row.getInt("number"), new Sha256(row.getString("sha256")), row.getInt("bytes")))
                .optional();
    }

    private static void requireGrowth(Base base, Sha256 predecessor, byte[] pdf) {
        if (!base.sha256().equals(predecessor)) {
            throw new StalePredecessor();
        }
        if (pdf.length <= base.length()
                || !Sha256.of(Arrays.copyOf(pdf, base.length())).equals(base.sha256())) {
            throw new NotGrownFrom();
        }
    }

    private void insert(TenantId tenant, @Nullable Sha256 predecessor, Revision stored) {
        try {
            database.sql("insert into pdf_revision"
                            + " (tenant_id, minutes_id, round, number, sha256, predecessor, stored_at, pdf)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(tenant.value())
                    .param(stored.minutes().value())
                    .param(stored.round())
                    .param(stored.number())
                    .param(stored.sha256().hex())
                    .param(predecessor == null ? null : predecessor.hex())
                    .param(stored.storedAt().atOffset(ZoneOffset.UTC))
                    .param(stored.pdf())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StalePredecessor();
        }
    }

    @Override
    public Optional<Revision> latest(MinutesId minutes, int round) {
        return database.sql(COLUMNS + " where minutes_id = ? and round = ? order by number desc limit 1")
                .params(minutes.value(), round)
                .query(revision)
                .optional();
    }

    @Override
    public Optional<Revision> revision(MinutesId minutes, int round, int number) {
        return database.sql(COLUMNS + " where minutes_id = ? and round = ? and number = ?")
                .params(minutes.value(), round, number)
                .query(revision)
                .optional();
    }

    @Override
    public Optional<Revision> sealedAs(Sha256 sha256) {
        return database.sql(COLUMNS + " where sha256 = ? and number = 0 fetch first 1 rows only")
                .param(sha256.hex())
                .query(revision)
                .optional();
    }

    @Override
    public Optional<RevisionPlace> placeOf(Sha256 sha256) {
        return database.sql(
                        "select minutes_id, round, number from pdf_revision where sha256 = ? fetch first 1 rows only")
                .param(sha256.hex())
                .query((row, n) -> new RevisionPlace(
                        new MinutesId(row.getObject("minutes_id", UUID.class)),
                        row.getInt("round"),
                        row.getInt("number")))
                .optional();
    }

    @Override
    public List<Sha256> hashes(MinutesId minutes, int round) {
        return database.sql("select sha256 from pdf_revision where minutes_id = ? and round = ? order by number")
                .params(minutes.value(), round)
                .query((row, n) -> new Sha256(row.getString("sha256")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepEvidence(TenantId tenant, Revision of, String kind, byte[] content) {
        keep(tenant, of.minutes(), of.round(), of.number(), kind, content);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepRefusal(TenantId tenant, MinutesId minutes, int round, int number, byte[] report) {
        keep(tenant, minutes, round, number, refusalKind(Sha256.of(report)), report);
    }

    /** Short enough for the column, long enough to tell reports apart; whoever reads one compares the whole hash. */
    private static String refusalKind(Sha256 report) {
        return "refused-" + report.hex().substring(0, 24);
    }

    private void keep(TenantId tenant, MinutesId minutes, int round, int number, String kind, byte[] content) {
        if (evidence(minutes, round, number, kind).isEmpty()) {
            database.sql("insert into evidence (tenant_id, minutes_id, round, number, kind, stored_at, content)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            tenant.value(),
                            minutes.value(),
                            round,
                            number,
                            kind,
                            clock.instant().atOffset(ZoneOffset.UTC),
                            content)
                    .update();
        }
    }

    @Override
    public Optional<byte[]> refusal(MinutesId minutes, Sha256 report) {
        return database
                .sql("select content from evidence where minutes_id = ? and kind = ?")
                .params(minutes.value(), refusalKind(report))
                .query((row, n) -> row.getBytes("content"))
                .list()
                .stream()
                .filter(content -> Sha256.of(content).equals(report))
                .findFirst();
    }

    @Override
    public Optional<byte[]> evidence(MinutesId minutes, int round, int number, String kind) {
        return database.sql("select content from evidence"
                        + " where minutes_id = ? and round = ? and number = ? and kind = ?")
                .params(minutes.value(), round, number, kind)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }
}
