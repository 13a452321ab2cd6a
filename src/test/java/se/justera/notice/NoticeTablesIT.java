package se.justera.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.audit.AuditTrail;
import se.justera.database.EmptyDatabase;
import se.justera.desk.TestMinutes;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;

/** Boards and announcements as PostgreSQL keeps them. */
class NoticeTablesIT {

    private static final Actor ADMINISTRATOR = Actor.staff("admin");
    private static final LocalDate ADJUSTED = LocalDate.of(2026, 3, 12);

    private static EmbeddedPostgres postgres;
    private static EmptyDatabase database;

    @BeforeAll
    static void start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException | IllegalStateException e) {
            assumeTrue(System.getenv("CI") != null, "no PostgreSQL can be started on this machine: " + e.getMessage());
            throw new IllegalStateException("CI is to have PostgreSQL", e);
        }
        database = EmptyDatabase.onPostgres(
                        postgres.getPostgresDatabase(), StoredNoticeBoards.class, StoredPostings.class)
                .with(Associations.class, NoticeTablesIT::associations)
                .with(AuditTrail.class, () -> mock(AuditTrail.class))
                .start();
    }

    private static Associations associations() {
        Associations found = mock(Associations.class);
        when(found.find(any())).thenAnswer(call -> new Association(call.getArgument(0), "Förbundet Exempel", null));
        return found;
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            database.close();
            postgres.close();
        }
    }

    @Test
    void keepBoardsPostingsAndWhatTheBoardWasCalled() {
        NoticeBoards boards = database.bean(NoticeBoards.class);
        StoredPostings stored = database.bean(StoredPostings.class);
        boards.move(database.tenant(), ADMINISTRATOR, new Office("Kommunhuset", "registrator@forbundet.example"));
        NoticeBoard first =
                boards.add(database.tenant(), ADMINISTRATOR, "Älvdalens kommun", "https://alvdalen.example/anslag");
        NoticeBoard second = boards.add(database.tenant(), ADMINISTRATOR, "Region Dalen", null);
        assertThatThrownBy(() -> boards.add(database.tenant(), ADMINISTRATOR, "Region Dalen", null))
                .isInstanceOf(BoardRefused.Known.class);
        MinutesView minutes = adjusted();

        Announcement due = stored.read(minutes);
        assertThat(due.version()).isZero();
        assertThat(due.keptAt()).isEqualTo("Kommunhuset");
        LocalDate today = ADJUSTED.plusDays(2);
        Announcement posted = due.post(
                        new Vouched(first.id(), ADJUSTED.plusDays(1), "Bo Ek"), today, stored.appealTime())
                .post(new Vouched(second.id(), today, "Eva Ström"), today, stored.appealTime());
        database.inTransaction(() -> stored.write(posted));
        boards.remove(database.tenant(), ADMINISTRATOR, second.id());

        Announcement read = stored.read(in(minutes, MinutesState.ANNOUNCED));
        assertThat(read.version()).isEqualTo(2);
        assertThat(read.postings()).containsExactlyInAnyOrderElementsOf(posted.postings());
        assertThat(read.appealUntil()).isEqualTo(posted.appealUntil()).isNotNull();
        assertThat(boards.of(database.tenant())).containsExactly(first);
    }

    private static MinutesView adjusted() {
        Instant now = database.now();
        MinutesView minutes = new MinutesView(
                new MinutesId(UUID.randomUUID()),
                database.tenant(),
                MinutesState.ADJUSTED,
                7,
                1,
                TestMinutes.complete(),
                "7KQ4-M2XP-9TWB",
                null,
                ADJUSTED,
                now,
                now);
        database.sql()
                .sql("insert into minutes (id, tenant_id, state, version, round, title, draft, search_text,"
                        + " verification_code, adjusted_on, created_at, changed_at)"
                        + " values (?, ?, 'ADJUSTED', 7, 1, 'Protokoll', '{}', '', ?, ?, ?, ?)")
                .param(minutes.id().value())
                .param(minutes.tenant().value())
                .param(minutes.verificationCode())
                .param(ADJUSTED)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return minutes;
    }

    private static MinutesView in(MinutesView minutes, MinutesState state) {
        return new MinutesView(
                minutes.id(),
                minutes.tenant(),
                state,
                minutes.version(),
                minutes.round(),
                minutes.draft(),
                minutes.verificationCode(),
                minutes.note(),
                minutes.adjustedOn(),
                minutes.createdAt(),
                minutes.changedAt());
    }
}
