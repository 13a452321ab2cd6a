package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesFact.MinutesSigned;

/** The process as it runs in production: PostgreSQL, the real job executor, the real clock. */
class ProcessOnPostgresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext context;
    private static ProcessBench bench;

    @BeforeAll
    static void start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException | IllegalStateException e) {
            assumeTrue(System.getenv("CI") != null, "no PostgreSQL can be started on this machine: " + e.getMessage());
            throw new IllegalStateException("CI is to have PostgreSQL", e);
        }
        context = new SpringApplicationBuilder(ProcessBench.Setting.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.flyway.locations=classpath:none",
                        "--spring.main.banner-mode=off",
                        "--justera.process.reminder=R/PT15S",
                        "--justera.process.retry-after=1s,1s,1s");
        bench = context.getBean(ProcessBench.class);
        assertThat(bench.engine.getProcessEngineConfiguration().getDatabaseType())
                .isEqualTo("postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        if (context != null) {
            context.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void runsByItselfFromSubmissionToAdjustedMinutes() throws Exception {
        var minutes = bench.cast.usual();
        bench.steps.breaks("seal");

        bench.publishSubmission(minutes, 1);
        until(() -> waitsAt(minutes, "userTask_reviewDraft"));
        bench.sendBack(minutes);
        bench.publishSubmission(minutes, 2);
        until(() -> waitsAt(minutes, "userTask_reviewDraft"));
        bench.publishApproval(minutes);
        until(() -> !bench.standing(minutes).incidents().isEmpty());
        bench.steps.mended();
        until(() -> waitsAt(minutes, "receiveTask_awaitSecretarySignature"));
        bench.signs(minutes, "secretary");
        until(() -> List.of("chair", "adjuster1", "adjuster2").stream()
                .allMatch(name -> bench.steps.haveTaken("inviteSignatory " + name)));
        until(() -> bench.standing(minutes).activities().equals(List.of("receiveTask_awaitSignatorySignature")));

        atTheSameMoment(minutes, List.of("chair", "adjuster1", "adjuster2"));

        until(() -> !bench.isRunning(minutes));
        assertThat(bench.ends(minutes)).contains("endEvent_minutesAdjusted");
        assertThat(bench.steps.taken()).contains("preserve", "close", "reportCompletion adjuster2");
    }

    @Test
    void remindsByItself() {
        var minutes = bench.cast.usual();

        bench.publishSubmission(minutes, 1);

        until(() -> bench.ends(minutes).contains("endEvent_reviewerReminded"));
        assertThat(bench.steps.haveTaken("remindReviewer")).isTrue();
    }

    /** In transactions that overlap: nobody commits before all have come as far as that. */
    private static void atTheSameMoment(MinutesId minutes, List<String> names) throws Exception {
        var transaction = context.getBean(TransactionTemplate.class);
        var barrier = new CyclicBarrier(names.size());
        var people = Executors.newFixedThreadPool(names.size());
        try {
            var signatures = names.stream()
                    .map(name -> (Callable<Integer>) () -> {
                        var fact = new MinutesSigned(Cast.TENANT, minutes, bench.cast.of(minutes, name));
                        transaction.executeWithoutResult(status -> {
                            context.publishEvent(fact);
                            meet(barrier);
                        });
                        return 1;
                    })
                    .toList();
            for (Future<Integer> signature : people.invokeAll(signatures)) {
                assertThat(signature.get(20, TimeUnit.SECONDS)).isEqualTo(1);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the others did not come so far", e);
        }
    }

    private static boolean waitsAt(MinutesId minutes, String activity) {
        return bench.standing(minutes).activities().contains(activity);
    }

    private static void until(BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("the process did not come so far").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
