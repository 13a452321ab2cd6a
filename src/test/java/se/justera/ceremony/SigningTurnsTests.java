package se.justera.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.justera.database.EmptyDatabase;
import se.justera.kernel.MinutesId;

/** The queue of those who sign the same minutes. */
class SigningTurnsTests {

    private final EmptyDatabase database = new EmptyDatabase(SigningTurns.class).start();
    private final SigningTurns turns = database.bean(SigningTurns.class);
    private final MinutesId minutes = new MinutesId(UUID.randomUUID());
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        database.close();
    }

    @Test
    void letsPeopleSignInTheOrderInWhichTheyCame() throws Exception {
        List<String> signed = new CopyOnWriteArrayList<>();
        var first = holdTheTurn();
        var second = CompletableFuture.runAsync(() -> turns.inTurn(minutes, () -> signed.add("second")));
        awaitQueue(2);
        var third = CompletableFuture.runAsync(() -> turns.inTurn(minutes, () -> signed.add("third")));
        awaitQueue(3);
        assertThat(signed).isEmpty();

        release.countDown();

        CompletableFuture.allOf(first, second, third).get(20, TimeUnit.SECONDS);
        assertThat(signed).containsExactly("second", "third");
        assertThat(queued()).isZero();
    }

    @Test
    void leavesTheTurnToTheNextWhenSigningFails() {
        assertThatThrownBy(() -> turns.inTurn(minutes, () -> {
                    throw new IllegalArgumentException("no time-stamp");
                }))
                .hasMessage("no time-stamp");

        assertThat(queued()).isZero();
    }

    @Test
    void holdsNobodyUpWhoSignsOtherMinutes() throws Exception {
        CompletableFuture<Void> held = holdTheTurn();
        List<String> signed = new CopyOnWriteArrayList<>();

        turns.inTurn(new MinutesId(UUID.randomUUID()), () -> signed.add("other"));

        assertThat(signed).containsExactly("other");
        release.countDown();
        held.get(20, TimeUnit.SECONDS);
    }

    @Test
    void passesOverSomebodyWhoWasKilledWhenTheLeaseHasRunOut() {
        database.sql()
                .sql("insert into signing_turn (minutes_id, expires_at) values (?, ?)")
                .params(minutes.value(), database.now().plus(SigningTurns.LEASE).atOffset(ZoneOffset.UTC))
                .update();
        database.clock().advance(SigningTurns.LEASE.plusSeconds(1));
        List<String> signed = new CopyOnWriteArrayList<>();

        turns.inTurn(minutes, () -> signed.add("next"));

        assertThat(signed).containsExactly("next");
        assertThat(queued()).isZero();
    }

    @Test
    void doesNotPassOverSomebodyWhoWaitsLongerThanALease() throws Exception {
        List<String> signed = new CopyOnWriteArrayList<>();
        var first = holdTheTurn();
        var second = CompletableFuture.runAsync(() -> turns.inTurn(minutes, () -> signed.add("second")));
        awaitQueue(2);
        for (int i = 0; i < 4; i++) {
            // whoever waits extends the lease; whoever signs for so long loses the turn, not the signature
            database.clock().advance(Duration.ofSeconds(16));
            Meeting.await(() -> Optional.of(queued()).filter(n -> n <= 2));
        }
        release.countDown();

        CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);
        assertThat(signed).containsExactly("second");
    }

    @Test
    void givesUpAfterTwoMinutes() {
        database.sql()
                .sql("insert into signing_turn (minutes_id, expires_at) values (?, ?)")
                .params(
                        minutes.value(),
                        database.now().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .update();
        var waiting = CompletableFuture.runAsync(() -> turns.inTurn(minutes, () -> {}));
        awaitQueue(2);

        database.clock().advance(Duration.ofMinutes(3));

        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SigningBusy.class);
        assertThat(queued()).isEqualTo(1);
    }

    private CompletableFuture<Void> holdTheTurn() {
        var inside = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> turns.inTurn(minutes, () -> {
            inside.countDown();
            await(release);
        }));
        await(inside);
        return holder;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitQueue(long length) {
        Meeting.await(() -> Optional.of(queued()).filter(n -> n == length));
    }

    private long queued() {
        return database.sql()
                .sql("select count(*) from signing_turn")
                .query(Long.class)
                .single();
    }
}
