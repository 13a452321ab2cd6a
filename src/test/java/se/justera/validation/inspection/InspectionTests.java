package se.justera.validation.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import se.justera.access.CurrentStaff;
import se.justera.access.Role;
import se.justera.database.EmptyDatabase;
import se.justera.desk.SetClock;
import se.justera.kernel.TenantId;
import se.justera.validation.HeapShare;
import se.justera.validation.NamedTrust;
import se.justera.validation.TestFiles;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** What is handed in is worked through to its end, whatever is in it and whatever happens meanwhile. */
class InspectionTests {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final InspectionSettings SETTINGS =
            new InspectionSettings(DataSize.ofMegabytes(1), 4, DataSize.ofMegabytes(2), 2, Duration.ofDays(7), 1);

    @TempDir
    Path folder;

    private final EmptyDatabase database = new EmptyDatabase(
                    StoredInspections.class, Inspections.class, Inspector.class)
            .with(HeapShare.class, () -> new HeapShare(200L << 20))
            .with(InspectionSettings.class, () -> SETTINGS)
            .with(Validation.class, () -> NamedTrust.trusting(List.of(), new SetClock()))
            .start();
    private final Inspections inspections = database.bean(Inspections.class);
    private final Inspector inspector = database.bean(Inspector.class);
    private final CurrentStaff auditor = new CurrentStaff(database.tenant(), "rev", Set.of(Role.AUDITOR));

    @AfterEach
    void close() {
        database.close();
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path zip = Files.createTempFile(folder, "in", ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                packed.putNextEntry(new ZipEntry(file.getKey()));
                packed.write(file.getValue());
            }
        }
        return zip;
    }

    private Path three() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("c/unsigned.pdf", TestFiles.unsigned());
        files.put("a-empty.pdf", new byte[0]);
        files.put("b-broken.pdf", "%PDF-1.7\nhej".getBytes(StandardCharsets.UTF_8));
        files.put("readme.txt", new byte[] {1});
        return zip(files);
    }

    private Inspection handIn(Path zip) throws IOException {
        return inspections.handIn(auditor, "arkiv.zip", zip, SWEDISH);
    }

    private Inspection now(Inspection handedIn) {
        return inspections.find(auditor, handedIn.id()).orElseThrow();
    }

    private List<String> files(Inspection inspection) {
        return inspections.lines(inspection, null, -1, 100).stream()
                .map(InspectionLine::result)
                .map(ValidationResult::file)
                .toList();
    }

    private int parts() {
        return database.sql()
                .sql("select count(*) from inspection_part")
                .query(Integer.class)
                .single();
    }

    @Test
    void namesSizesAsPeopleWriteThem() {
        var settings = new InspectionSettings(
                DataSize.ofMegabytes(1500), 4, DataSize.ofGigabytes(10), 2, Duration.ofDays(7), 1);
        assertThat(settings.maxSizeInWords()).isEqualTo("1500 MB");
        assertThat(settings.maxUnpackedInWords()).isEqualTo("10 GB");
    }

    @Test
    void oneBadFileNeverStopsTheRest() throws IOException {
        Inspection handedIn = handIn(three());
        assertThat(handedIn.files()).isEqualTo(3);
        assertThat(now(handedIn).state()).isEqualTo(Inspection.State.WAITING);

        inspector.work();

        Inspection done = now(handedIn);
        assertThat(done.state()).isEqualTo(Inspection.State.DONE);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(files(done)).containsExactly("a-empty.pdf", "b-broken.pdf", "c/unsigned.pdf");
        assertThat(inspections.verdicts(done))
                .containsExactly(Map.entry(Verdict.UNREADABLE, 2), Map.entry(Verdict.UNSIGNED, 1));
        assertThat(inspections.lines(done, Verdict.UNSIGNED, -1, 100))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.number()).isEqualTo(2);
                    assertThat(line.result().reason()).isEqualTo("Dokumentet har ingen elektronisk underskrift.");
                });
        assertThat(parts()).as("the ZIP is gone").isZero();
    }

    @Test
    void goesOnWhereANodeThatDiedLeftOff() throws IOException {
        Inspection handedIn = handIn(three());
        var stored = database.bean(StoredInspections.class);
        var died = stored.take(UUID.randomUUID(), database.now(), database.now().plusSeconds(180))
                .orElseThrow();
        ValidationResult first = database.bean(Validation.class).missing("as the dead node said", SWEDISH);
        stored.add(died, new InspectionLine(0, first), database.now().plusSeconds(180));

        inspector.work();
        assertThat(now(handedIn).state()).as("held by the other").isEqualTo(Inspection.State.RUNNING);
        assertThat(now(handedIn).done()).isEqualTo(1);

        database.clock().advance(Duration.ofMinutes(4));
        inspector.work();
        assertThat(now(handedIn).state()).isEqualTo(Inspection.State.DONE);
        assertThat(files(handedIn)).containsExactly("as the dead node said", "b-broken.pdf", "c/unsigned.pdf");
        assertThat(stored.add(died, new InspectionLine(1, first), database.now()))
                .as("a node that was only thought dead writes no more")
                .isFalse();
    }

    /** Killed in the middle of the second file, with the first one's line in the database; the next process goes on there. */
    @Test
    void goesOnAfterTheProcessWasKilledAndStartedAgain() throws Exception {
        Inspection handedIn = handIn(three());
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        try (EmptyDatabase dying = node((name, pdf) -> {
            if (name.startsWith("b-")) {
                reached.countDown();
                await(killed);
            }
        })) {
            Thread process = new Thread(dying.bean(Inspector.class)::work);
            process.start();
            await(reached);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(now(handedIn).done()).isEqualTo(1));

            try (EmptyDatabase restarted = node((name, pdf) -> assertThat(name).isNotEqualTo("a-empty.pdf"))) {
                restarted.bean(Inspector.class).work();
                assertThat(now(handedIn).done()).as("not yet taken for dead").isEqualTo(1);
                restarted.clock().advance(Duration.ofMinutes(4));
                restarted.bean(Inspector.class).work();
            }
            assertThat(now(handedIn).state()).isEqualTo(Inspection.State.DONE);
            killed.countDown();
            process.join(TimeUnit.SECONDS.toMillis(30));
        }
        assertThat(files(handedIn)).containsExactly("a-empty.pdf", "b-broken.pdf", "c/unsigned.pdf");
    }

    private EmptyDatabase node(BiConsumer<String, byte[]> before) {
        return database.beside(StoredInspections.class, Inspections.class, Inspector.class)
                .with(HeapShare.class, () -> new HeapShare(200L << 20))
                .with(InspectionSettings.class, () -> SETTINGS)
                .with(Validation.class, () -> validationThat(before))
                .start();
    }

    private static Validation validationThat(BiConsumer<String, byte[]> before) {
        Validation real = NamedTrust.trusting(List.of(), new SetClock());
        return (Validation) Proxy.newProxyInstance(
                Validation.class.getClassLoader(), new Class<?>[] {Validation.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("validate")) {
                        before.accept((String) arguments[0], (byte[]) arguments[1]);
                    }
                    return method.invoke(real, arguments);
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void passesOverTheFileThatBringsTheServiceDownEveryTime() throws IOException {
        Inspection handedIn = handIn(three());
        var stored = database.bean(StoredInspections.class);
        for (int crash = 0; crash < 3; crash++) {
            stored.take(UUID.randomUUID(), database.now(), database.now().plusSeconds(180));
            database.clock().advance(Duration.ofMinutes(4));
        }

        inspector.work();

        assertThat(now(handedIn).state()).isEqualTo(Inspection.State.DONE);
        assertThat(inspections.lines(handedIn, null, -1, 1).get(0).result().reason())
                .isEqualTo("PDF-filen är skadad och går inte att läsa.");
        assertThat(files(handedIn)).hasSize(3);
    }

    @Test
    void saysThatItMustBeBegunAnewWhenNothingHelps() throws IOException {
        Inspection handedIn = handIn(three());
        database.sql().sql("update inspection set tries = 8").update();

        inspector.work();

        assertThat(now(handedIn).state()).isEqualTo(Inspection.State.GIVEN_UP);
        assertThat(parts()).isZero();
    }

    @Test
    void isSeenByNobodyElse() throws IOException {
        Inspection handedIn = handIn(three());
        var colleague = new CurrentStaff(database.tenant(), "other", Set.of(Role.AUDITOR));
        var stranger = new CurrentStaff(new TenantId(UUID.randomUUID()), "rev", Set.of(Role.AUDITOR));
        for (CurrentStaff other : List.of(colleague, stranger)) {
            assertThat(inspections.of(other)).isEmpty();
            assertThat(inspections.find(other, handedIn.id())).isEmpty();
            inspections.remove(other, handedIn);
        }
        assertThat(inspections.of(auditor)).hasSize(1);
    }

    @Test
    void isGoneAfterItsTimeAndWhenItIsRemoved() throws IOException {
        Inspection first = handIn(three());
        inspector.work();
        database.clock().advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(inspections.of(auditor)).isEmpty();
        inspections.removeExpired();
        Inspection second = handIn(three());
        inspections.remove(auditor, second);
        inspector.work();
        for (String table : List.of("inspection", "inspection_part", "inspection_line")) {
            assertThat(database.sql()
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table + " after " + first.id())
                    .isZero();
        }
    }

    @Test
    void refusesWhatIsOverALimitAndKeepsNothing() throws IOException {
        byte[] noise = new byte[2 << 20];
        new Random(1).nextBytes(noise);
        assertRefused(InspectionRefused.TooLarge.class, zip(Map.of("a.pdf", noise)));
        assertRefused(InspectionRefused.TooLargeUnpacked.class, zip(Map.of("a.pdf", new byte[3 << 20])));
        var five = new LinkedHashMap<String, byte[]>();
        for (int file = 0; file < 5; file++) {
            five.put(file + ".pdf", new byte[1]);
        }
        assertRefused(InspectionRefused.TooManyFiles.class, zip(five));
        assertRefused(InspectionRefused.NotAnArchive.class, zip(Map.of("a.txt", new byte[1])));
        assertRefused(InspectionRefused.NotAnArchive.class, Files.write(folder.resolve("x.zip"), new byte[100]));
        assertRefused(
                InspectionRefused.OneContainer.class,
                zip(Map.of("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII))));
        assertThat(parts()).isZero();
        handIn(three());
        handIn(three());
        assertRefused(InspectionRefused.TooMany.class, three());
    }

    private void assertRefused(Class<? extends InspectionRefused> cause, Path zip) {
        assertThatThrownBy(() -> handIn(zip)).isInstanceOf(cause);
    }

    @Test
    void namesThatAreNoNamesAreOnlyText() throws IOException {
        Inspection handedIn = inspections.handIn(
                auditor, "x\r\n" + "y".repeat(400), zip(Map.of("../../etc/p.pdf", new byte[0])), SWEDISH);
        inspector.work();
        assertThat(now(handedIn).name()).hasSize(200).startsWith("x??y");
        assertThat(files(handedIn)).containsExactly("../../etc/p.pdf");
    }
}
