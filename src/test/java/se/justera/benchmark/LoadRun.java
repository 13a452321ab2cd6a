package se.justera.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import jdk.jfr.Recording;
import se.justera.ceremony.House;
import se.justera.ceremony.Meeting;
import se.justera.ceremony.Meeting.Seat;

/**
 * Whole journeys, several at a time: draft, review, seal, four people who identify themselves and sign, each signature
 * validated before it is stored, archive time-stamp, validation, letters to all; one node and PostgreSQL on one machine.
 * Says how many a second, how much CPU each cost in Java and in PostgreSQL, and where Java's went.
 */
public final class LoadRun {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int BATCH = 20;

    private LoadRun() {}

    /** Arguments: journeys of warm-up, journeys measured, how many at the same time; 20, 60 and 4 unless told. */
    public static void main(String[] args) throws Exception {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int measured = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int atOnce = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        Path mails = Files.createTempDirectory("load-mails");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                House house = House.on(postgres.getJdbcUrl("postgres", "postgres"), "postgres", mails)) {
            for (int done = 0; done < warmUp; done += BATCH) {
                report(house, Math.min(BATCH, warmUp - done), atOnce);
            }
            report(house, measured, atOnce);
            report(house, measured, atOnce);
            profile(house, measured, atOnce);
        }
    }

    private static void profile(House house, int journeys, int atOnce) throws Exception {
        Path file = Files.createTempFile("load", ".jfr");
        try (Recording recording = new Recording()) {
            // every other event, and its instruments, would be measured with it: "profile" makes a journey four times
            // as dear
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            report(house, journeys, atOnce);
            recording.stop();
            recording.dump(file);
        }
        System.out.print(Profile.of(file));
        Files.delete(file);
    }

    private static void report(House house, int journeys, int atOnce) throws Exception {
        long java = SYSTEM.getProcessCpuTime();
        Map<String, Duration> machinery = Machinery.cpu();
        Duration postgres = postgresCpu();
        long start = System.nanoTime();
        run(house, journeys, atOnce);
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
    }

    private static void run(House house, int journeys, int atOnce) throws Exception {
        ExecutorService meetings = Executors.newFixedThreadPool(atOnce);
        AtomicInteger left = new AtomicInteger(journeys);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            all.add(meetings.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    journey(house);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        meetings.shutdown();
    }

    private static void journey(House house) {
        Meeting meeting = Meeting.waitingFor(List.of(house), 2);
        meeting.seats().forEach(Seat::sign);
        meeting.awaitAdjusted();
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
