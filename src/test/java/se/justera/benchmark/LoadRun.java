package se.justera.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jdk.jfr.Recording;
import se.justera.ceremony.House;
import se.justera.ceremony.Meeting;
import se.justera.ceremony.Meeting.Seat;

/**
 * Whole journeys, several at a time: draft, review, seal, four people who identify themselves and sign, each signature
 * validated before it is stored, archive time-stamp, validation, letters to all; one node, PostgreSQL and the other end of SMTP on one machine.
 * Says how many a second, how much CPU each cost in Java and in PostgreSQL, and where Java's went.
 */
public final class LoadRun {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int BATCH = 20;

    private final House house;
    private final DataSource database;
    private final MailPeer post;
    private final int atOnce;

    private LoadRun(House house, DataSource database, MailPeer post, int atOnce) {
        this.house = house;
        this.database = database;
        this.post = post;
        this.atOnce = atOnce;
    }

    /**
     * Arguments: journeys of warm-up, journeys measured, how many at the same time; 20, 60 and 4 unless told. With
     * {@code -Dunrecorded=true} the last part, for the profile, is left out.
     */
    public static void main(String[] args) throws Exception {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int measured = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int atOnce = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        System.out.println(machine());
        try (EmbeddedPostgres postgres = postgres();
                MailPeer post = new MailPeer();
                House house = House.on(
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "postgres",
                        Files.createTempDirectory("load-mails"),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + post.port())) {
            var run = new LoadRun(house, postgres.getPostgresDatabase(), post, atOnce);
            DatabaseWork.begin(run.database);
            for (int done = 0; done < warmUp; done += BATCH) {
                run.report(Math.min(BATCH, warmUp - done));
            }
            run.report(measured);
            DatabaseWork.forget(run.database);
            run.report(measured);
            System.out.print(DatabaseWork.dearest(run.database, measured));
            if (!Boolean.getBoolean("unrecorded")) {
                run.profile(measured);
            }
        }
    }

    /** As an operator's: each commit waits for the disk, which the library leaves out. */
    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
    }

    private static String machine() {
        var java = ManagementFactory.getRuntimeMXBean();
        return String.format(
                Locale.ROOT,
                "Mark: at least 2 journeys a second on 2 cores. Here: %d processors, load %.1f, %s %s, %s",
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getSystemLoadAverage(),
                java.getVmName(),
                java.getVmVersion(),
                java.getInputArguments());
    }

    private void profile(int journeys) throws Exception {
        Path file = Files.createTempFile("load", ".jfr");
        try (Recording recording = new Recording()) {
            // every other event, and its instruments, would be measured with it: "profile" makes a journey four times
            // as dear
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            report(journeys);
            recording.stop();
            recording.dump(file);
        }
        System.out.print(Profile.of(file));
        Files.delete(file);
    }

    private void report(int journeys) throws Exception {
        long java = SYSTEM.getProcessCpuTime();
        Map<String, Duration> machinery = Machinery.cpu();
        Duration postgres = postgresCpu();
        DatabaseWork work = DatabaseWork.of(database);
        long letters = post.letters();
        long bytes = post.bytes();
        long start = System.nanoTime();
        run(journeys);
        double seconds = (System.nanoTime() - start) / 1e9;
        double javaMillis = (SYSTEM.getProcessCpuTime() - java) / 1e6 / journeys;
        double postgresMillis = (double) postgresCpu().minus(postgres).toMillis() / journeys;
        System.out.printf(
                Locale.ROOT,
                "%d journeys, %d at once: %.2f a second; CPU a journey: Java %.0f ms, PostgreSQL %.0f ms;"
                        + " two cores by themselves could do %.2f a second%n",
                journeys,
                atOnce,
                journeys / seconds,
                javaMillis,
                postgresMillis,
                2000 / (javaMillis + postgresMillis));
        Machinery.cpu()
                .forEach((what, now) -> System.out.printf(
                        Locale.ROOT,
                        "    of it %s %d ms%n",
                        what,
                        now.minus(machinery.getOrDefault(what, Duration.ZERO)).toMillis() / journeys));
        System.out.print(DatabaseWork.of(database).since(work, journeys));
        System.out.printf(
                Locale.ROOT,
                "    taken by the mail server: %d letters, %d kB%n",
                (post.letters() - letters) / journeys,
                (post.bytes() - bytes) / 1024 / journeys);
    }

    private void run(int journeys) throws Exception {
        ExecutorService meetings = Executors.newFixedThreadPool(atOnce);
        AtomicInteger left = new AtomicInteger(journeys);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            all.add(meetings.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    journey();
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        meetings.shutdown();
    }

    private void journey() {
        Meeting meeting = Meeting.waitingFor(List.of(house), 2);
        meeting.seats().forEach(Seat::sign);
        meeting.awaitDelivered();
    }

    /** Of the server that this process has started, and its workers as long as they live. */
    private static Duration postgresCpu() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(LoadRun::isOurs)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean isOurs(ProcessHandle process) {
        return process.info().startInstant().isPresent()
                && ProcessHandle.current().info().startInstant().isPresent()
                && !process.info()
                        .startInstant()
                        .get()
                        .isBefore(ProcessHandle.current().info().startInstant().get());
    }
}
