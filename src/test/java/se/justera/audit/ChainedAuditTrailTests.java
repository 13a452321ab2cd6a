package se.justera.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;
import se.justera.database.EmptyDatabase;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;
import tools.jackson.databind.json.JsonMapper;

class ChainedAuditTrailTests {

    private static final String ZEROS = "0".repeat(64);

    private final EmptyDatabase database = new EmptyDatabase(ChainedAuditTrail.class).start();
    private final AuditTrail trail = database.bean(AuditTrail.class);
    private final MinutesId minutes = new MinutesId(UUID.randomUUID());

    @BeforeEach
    void threeEntries() {
        record(minutes, "minutes.opened", Map.of());
        database.clock().advance(Duration.ofNanos(1_234_567_891));
        record(minutes, "minutes.submitted", Map.of("round", "1", "note", "rad ett\nrad två"));
        record(minutes, "minutes.approved", Map.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void linksEveryEntryToTheOneBefore() {
        List<AuditEntry> entries = entries();

        assertThat(entries).extracting(AuditEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(entries)
                .extracting(AuditEntry::type)
                .containsExactly("minutes.opened", "minutes.submitted", "minutes.approved");
        assertThat(entries)
                .extracting(AuditEntry::previous)
                .containsExactly(ZEROS, entries.get(0).hash(), entries.get(1).hash());
        assertThat(holds(entries)).isTrue();
    }

    @Test
    void saysWhoAndWhatAndWhen() {
        AuditEntry second = entries().get(1);

        assertThat(second.actor()).isEqualTo("staff:sekreterare");
        assertThat(second.details()).isEqualTo(Map.of("round", "1", "note", "rad ett\nrad två"));
        assertThat(Duration.between(entries().get(0).at(), second.at())).isEqualTo(Duration.ofMillis(1234));
    }

    @Test
    void keepsAChainForEveryMinutes() {
        var others = new MinutesId(UUID.randomUUID());
        record(others, "minutes.opened", Map.of());

        assertThat(trail.of(database.tenant(), others)).singleElement().satisfies(first -> {
            assertThat(first.seq()).isEqualTo(1);
            assertThat(first.previous()).isEqualTo(ZEROS);
            assertThat(first.hash()).isNotEqualTo(entries().get(0).hash());
        });
    }

    @Test
    void showsNothingToAnotherAssociation() {
        assertThat(trail.of(new TenantId(UUID.randomUUID()), minutes)).isEmpty();
    }

    @Test
    void recordsNothingOutsideATransaction() {
        assertThatThrownBy(() -> trail.record(
                        database.tenant(), minutes, Actor.staff("sekreterare"), "minutes.signed", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);

        assertThat(entries()).hasSize(3);
    }

    @Test
    void forgetsWhatDidNotHappen() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    trail.record(database.tenant(), minutes, Actor.staff("sekreterare"), "minutes.signed", Map.of());
                    throw new IllegalStateException("later in the same transaction");
                }))
                .hasMessage("later in the same transaction");

        assertThat(entries()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set seq = 7",
                "set at = dateadd(millisecond, 1, at)",
                "set actor = 'staff:annan'",
                "set type = 'minutes.returned'",
                "set details = '{\"note\":\"rad ett\\nrad två\",\"round\":\"2\"}'",
                "set details = '{}'",
                "set hash = repeat('a', 64)",
                "set previous = repeat('0', 64)"
            })
    void anyChangedFieldBreaksTheChain(String change) {
        int changed = database.sql()
                .sql("update audit_entry " + change + " where seq = 2")
                .update();

        assertThat(changed).isEqualTo(1);
        assertThat(holds(entries())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anEntryTakenOutBreaksTheChain(int seq) {
        database.sql().sql("delete from audit_entry where seq = ?").param(seq).update();

        assertThat(entries()).hasSize(2);
        assertThat(holds(entries())).isFalse();
    }

    private void record(MinutesId of, String type, Map<String, String> details) {
        database.inTransaction(() -> trail.record(database.tenant(), of, Actor.staff("sekreterare"), type, details));
    }

    private List<AuditEntry> entries() {
        return trail.of(database.tenant(), minutes);
    }

    /** What an auditor does with an export: recomputes every hash from the entry and the hash before. */
    private boolean holds(List<AuditEntry> entries) {
        String previous = ZEROS;
        for (AuditEntry entry : entries) {
            if (!entry.previous().equals(previous) || !entry.hash().equals(recomputed(entry))) {
                return false;
            }
            previous = entry.hash();
        }
        return true;
    }

    private String recomputed(AuditEntry entry) {
        String details = JsonMapper.builder().build().writeValueAsString(new TreeMap<>(entry.details()));
        String lines = String.join(
                "\n",
                minutes.toString(),
                "" + entry.seq(),
                entry.at().toString(),
                entry.actor(),
                entry.type(),
                details,
                entry.previous());
        return Sha256.of(lines.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
