package se.justera.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.database.EmptyDatabase;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;

class StoredArchiveTests {

    private final EmptyDatabase database = new EmptyDatabase(StoredArchive.class).start();
    private final Archive archive = database.bean(Archive.class);
    private final MinutesId minutes = new MinutesId(UUID.randomUUID());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsEveryRevisionByteForByte() {
        Revision sealed = store(1, null, "sealed");
        Revision first = store(1, sealed.sha256(), "sealed+first");
        Revision second = store(1, first.sha256(), "sealed+first+second");

        assertThat(second.number()).isEqualTo(2);
        assertThat(archive.hashes(minutes, 1)).containsExactly(sealed.sha256(), first.sha256(), second.sha256());
        assertThat(text(archive.revision(minutes, 1, 0))).isEqualTo("sealed");
        assertThat(text(archive.revision(minutes, 1, 1))).isEqualTo("sealed+first");
        assertThat(text(archive.latest(minutes, 1))).isEqualTo("sealed+first+second");
        assertThat(archive.latest(minutes, 1).orElseThrow().storedAt()).isEqualTo(database.now());
    }

    @Test
    void keepsADocumentOfSeveralMegabytes() {
        byte[] large = new byte[3_000_000];
        large[2_999_999] = 7;
        inTransaction(() -> archive.store(database.tenant(), minutes, 1, null, large));

        assertThat(archive.latest(minutes, 1).orElseThrow().pdf()).isEqualTo(large);
    }

    @Test
    void numbersEachRoundByItself() {
        store(1, null, "first round");
        store(2, null, "second round");

        assertThat(text(archive.latest(minutes, 1))).isEqualTo("first round");
        assertThat(text(archive.latest(minutes, 2))).isEqualTo("second round");
    }

    @Test
    void refusesASecondDocumentOfARound() {
        store(1, null, "sealed");

        assertThatThrownBy(() -> store(1, null, "sealed otherwise")).isInstanceOf(StalePredecessor.class);
        assertThat(text(archive.latest(minutes, 1))).isEqualTo("sealed");
    }

    @Test
    void refusesARevisionOnTopOfAnOldOne() {
        Revision sealed = store(1, null, "sealed");
        store(1, sealed.sha256(), "sealed+first");

        assertThatThrownBy(() -> store(1, sealed.sha256(), "sealed+other")).isInstanceOf(StalePredecessor.class);
        assertThat(archive.hashes(minutes, 1)).hasSize(2);
    }

    @Test
    void refusesARevisionOnTopOfNothing() {
        Sha256 nothing = Sha256.of(bytes("sealed"));

        assertThatThrownBy(() -> store(1, nothing, "sealed+first")).isInstanceOf(StalePredecessor.class);
    }

    @Test
    void refusesARevisionThatDoesNotStartWithItsPredecessor() {
        Revision sealed = store(1, null, "sealed");

        assertThatThrownBy(() -> store(1, sealed.sha256(), "Sealed+first")).isInstanceOf(NotGrownFrom.class);
        assertThatThrownBy(() -> store(1, sealed.sha256(), "seal")).isInstanceOf(NotGrownFrom.class);
        assertThatThrownBy(() -> store(1, sealed.sha256(), "sealed")).isInstanceOf(NotGrownFrom.class);
        assertThat(archive.hashes(minutes, 1)).containsExactly(sealed.sha256());
    }

    @Test
    void storesNothingOutsideATransaction() {
        assertThatThrownBy(() -> archive.store(database.tenant(), minutes, 1, null, bytes("sealed")))
                .isInstanceOf(IllegalTransactionStateException.class);
        Revision sealed = store(1, null, "sealed");
        assertThatThrownBy(() -> archive.keepEvidence(database.tenant(), sealed, "report", bytes("valid")))
                .isInstanceOf(IllegalTransactionStateException.class);

        assertThat(archive.evidence(minutes, 1, 0, "report")).isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    archive.store(database.tenant(), minutes, 1, null, bytes("sealed"));
                    throw new IllegalStateException("later in the same transaction");
                }))
                .hasMessage("later in the same transaction");

        assertThat(archive.latest(minutes, 1)).isEmpty();
    }

    @Test
    void keepsEvidenceOnceAndAsItFirstWas() {
        Revision sealed = store(1, null, "sealed");
        inTransaction(() -> archive.keepEvidence(database.tenant(), sealed, "report", bytes("valid")));
        inTransaction(() -> archive.keepEvidence(database.tenant(), sealed, "report", bytes("valid again")));
        inTransaction(() -> archive.keepEvidence(database.tenant(), sealed, "other", bytes("else")));

        assertThat(archive.evidence(minutes, 1, 0, "report"))
                .hasValueSatisfying(c -> assertThat(c).isEqualTo(bytes("valid")));
        assertThat(database.sql()
                        .sql("select count(*) from evidence")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private Revision store(int round, @Nullable Sha256 predecessor, String pdf) {
        var transaction = new TransactionTemplate(database.bean(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(
                status -> archive.store(database.tenant(), minutes, round, predecessor, bytes(pdf))));
    }

    private void inTransaction(Runnable work) {
        database.inTransaction(work);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Optional<Revision> revision) {
        return new String(revision.orElseThrow().pdf(), StandardCharsets.UTF_8);
    }
}
