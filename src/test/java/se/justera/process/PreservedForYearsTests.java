package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.audit.AuditTrail;
import se.justera.ceremony.SelfValidation;
import se.justera.desk.SetClock;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Conformance;
import se.justera.document.DocumentOrder;
import se.justera.document.Drafts;
import se.justera.document.SignatureSpace;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesFact.MinutesClosed;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.signing.ArchiveTimestamps;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.AgingPki;
import se.justera.validation.StrictValidation;
import se.justera.validation.Validation;
import se.justera.validation.ValidationLimits;
import se.justera.validation.Verdict;

/**
 * Sixteen years of the preservation process with everything real but time: engine, database, keys, signatures. Minutes
 * are signed by people some days apart, with certificates that last a quarter of an hour; the authority for time-stamps
 * gets a new key every second year.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreservedForYearsTests {

    private static final TenantId TENANT = Cast.TENANT;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MANY = 2_000;

    private final MinutesId minutes = new MinutesId(UUID.randomUUID());
    private ConfigurableApplicationContext context;
    private SetClock clock;
    private Archive archive;
    private ManagementService management;
    private Instant signed;

    @BeforeAll
    void begin() {
        context = new SpringApplicationBuilder(Setting.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:years;DB_CLOSE_DELAY=-1",
                        "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/h2",
                        "--spring.main.banner-mode=off",
                        "--justera.preservation.look=90d",
                        "--justera.process.job-executor=false");
        clock = context.getBean(SetClock.class);
        archive = context.getBean(Archive.class);
        management = context.getBean(ManagementService.class);
        bookHolds(minutes);
        context.getBean(JdbcClient.class)
                .sql("insert into association (id, name) values (?, 'Föreningen Exempel')")
                .param(TENANT.value())
                .update();
        signAndClose();
        signed = clock.instant();
    }

    @AfterAll
    void end() {
        ClockUtil.reset();
        context.close();
    }

    /** In the order of the years: each goes on from where the one before has stopped. */
    @Order(1)
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 15})
    void passesAfterYears(int years) {
        passTimeUntil(signed.plus(YEAR.multipliedBy(years)));

        byte[] pdf = newest().pdf();
        SimpleReport stock = stockDss(pdf);
        assertThat(stock.getSignatureIdList()).hasSize(4).allSatisfy(id -> {
            assertThat(stock.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(stock.getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
        });
        var result = context.getBean(Validation.class).validate("p.pdf", pdf, Locale.ENGLISH);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(Conformance.faults(pdf)).isEmpty();
        // the seal, three signatures, the first archive time-stamp, and one more every two years and three quarters
        int renewals = (int) (YEAR.multipliedBy(years).toDays() / (3 * 365 - 90));
        assertThat(newest().number()).isEqualTo(4 + renewals);
    }

    /** As two nodes whose job locks have run out: both fetch a time-stamp before either has stored its own. */
    @Order(2)
    @Test
    void renewsOnceWhenTwoNodesRenewAtTheSameMoment() throws Exception {
        String renewal = passTimeUntilRenewal().getId();
        Revision before = newest();
        long renewed = renewals();
        var bothHaveOne = new CyclicBarrier(2);
        context.getBean(Meanwhile.class).afterEachTimeStamp = () -> await(bothHaveOne);

        List<Throwable> outcomes = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> catchThrowable(() -> management.executeJob(renewal))))
                .limit(2)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        context.getBean(Meanwhile.class).afterEachTimeStamp = () -> {};

        assertThat(outcomes).filteredOn(Objects::isNull).hasSize(1);
        assertThat(newest().number()).isEqualTo(before.number() + 1);
        assertThat(Arrays.copyOf(newest().pdf(), before.pdf().length)).isEqualTo(before.pdf());
        assertThat(renewals()).isEqualTo(renewed + 1);
        work();
        passTimeUntil(clock.instant().plus(YEAR));
        assertThat(newest().number()).as("and it was not made up for later").isEqualTo(before.number() + 1);
        assertThat(stockDss(newest().pdf()).getSignatureIdList()).hasSize(4);
    }

    private Job passTimeUntilRenewal() {
        for (int i = 0; i < MANY; i++) {
            List<Job> renewals = management
                    .createJobQuery()
                    .activityId("serviceTask_renewTimestamp")
                    .list();
            if (!renewals.isEmpty()) {
                return renewals.get(0);
            }
            List<Job> due = management.createJobQuery().messages().executable().list();
            due.forEach(this::run);
            if (due.isEmpty()) {
                pass(Duration.between(clock.instant(), nextTimer()).plusSeconds(1));
                management.createJobQuery().timers().executable().list().forEach(this::run);
            }
        }
        throw new IllegalStateException("no renewal falls due");
    }

    private long renewals() {
        return context.getBean(AuditTrail.class).of(TENANT, minutes).stream()
                .filter(entry -> entry.type().equals("document.timestampRenewed"))
                .count();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the other node did not come so far", e);
        }
    }

    /** With nothing done after the first archive time-stamp the document would be proof of nothing: the test can fail. */
    @Test
    void wouldNotPassWithoutTheProcess() {
        passTimeUntil(signed.plus(YEAR.multipliedBy(5)));
        Revision first = archive.revision(minutes, 1, 4).orElseThrow();

        SimpleReport stock = stockDss(first.pdf());

        assertThat(stock.getSignatureIdList())
                .allSatisfy(id -> assertThat(stock.getIndication(id)).isEqualTo(Indication.INDETERMINATE));
    }

    @Test
    void keepsTheReportsAndTheTrailOfEveryRenewal() {
        passTimeUntil(signed.plus(YEAR.multipliedBy(3)));

        assertThat(archive.evidence(minutes, 1, 5, "simple-report.xml")).isPresent();
        assertThat(archive.evidence(minutes, 1, 5, "etsi-report.xml")).isPresent();
        assertThat(context.getBean(AuditTrail.class).of(TENANT, minutes)).anySatisfy(entry -> {
            assertThat(entry.type()).isEqualTo("document.timestampRenewed");
            assertThat(entry.details())
                    .containsEntry(
                            "revision",
                            archive.revision(minutes, 1, 5)
                                    .orElseThrow()
                                    .sha256()
                                    .hex());
        });
    }

    private void signAndClose() {
        AgingPki pki = context.getBean(AgingPki.class);
        Signing signing = context.getBean(Signing.class);
        DocumentOrder order = Drafts.order(Drafts.read("board"));
        byte[] pdf = signing.seal(new ArchiveTypesetter(clock).sealablePdf(order), "Förbundet Exempel");
        store(null, pdf);
        for (SignatureSpace space : order.spaces()) {
            pass(Duration.ofDays(2));
            var person = TestSigning.order(
                    space.fieldName(),
                    space.name(),
                    clock.instant(),
                    space.roles().toArray(String[]::new));
            store(newest(), signing.sign(newest().pdf(), person));
        }
        pass(Duration.ofHours(1));
        assertThat(pki.generations()).isEqualTo(1);
        inTransaction(() -> context.getBean(Preservation.class).preserve(minutes));
        inTransaction(() -> context.publishEvent(new MinutesClosed(TENANT, minutes)));
        work();
    }

    private void store(@Nullable Revision base, byte[] pdf) {
        inTransaction(() -> archive.store(TENANT, minutes, 1, base == null ? null : base.sha256(), pdf));
    }

    private void inTransaction(Runnable work) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    private Revision newest() {
        return archive.latest(minutes, 1).orElseThrow();
    }

    private void passTimeUntil(Instant then) {
        for (int i = 0; i < MANY; i++) {
            Instant next = nextTimer();
            if (next.isAfter(then)) {
                pass(Duration.between(clock.instant(), then));
                return;
            }
            pass(Duration.between(clock.instant(), next).plusSeconds(1));
            management.createJobQuery().timers().executable().list().forEach(this::run);
            work();
        }
        throw new IllegalStateException("time does not pass");
    }

    private Instant nextTimer() {
        return management.createJobQuery().timers().orderByJobDuedate().asc().list().stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody looks at the document any more"));
    }

    /** Never backwards. */
    private void pass(Duration time) {
        if (!time.isNegative()) {
            clock.advance(time);
            ClockUtil.setCurrentTime(Date.from(clock.instant()));
        }
    }

    private void work() {
        List<Job> due = List.of();
        for (int i = 0; i < MANY; i++) {
            due = management.createJobQuery().messages().executable().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::run);
        }
        throw new IllegalStateException("the process does not come to rest: " + due);
    }

    private void run(Job job) {
        management.executeJob(job.getId());
    }

    private SimpleReport stockDss(byte[] pdf) {
        var differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        var factory = new PdfBoxDefaultObjectFactory();
        factory.setPdfDifferencesFinder(differences);
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(context.getBean(AgingPki.class).anchors().source());
        var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        validator.setPdfObjFactory(factory);
        validator.setValidationTime(Date.from(clock.instant()));
        return validator.validateDocument().getSimpleReport();
    }

    private void bookHolds(MinutesId id) {
        MinuteBook book = context.getBean(MinuteBook.class);
        var cast = new Cast();
        MinutesId usual = cast.usual();
        when(book.participants(any()))
                .thenReturn(cast.roll(usual).stream().limit(3).toList());
        when(book.view(id))
                .thenReturn(new MinutesView(
                        id,
                        TENANT,
                        MinutesState.FINAL,
                        1,
                        1,
                        Drafts.read("board"),
                        "7KQ4-M2XP-9TWB",
                        null,
                        null,
                        clock.instant(),
                        clock.instant()));
    }

    /** What happens between a time-stamp and its use. */
    private static final class Meanwhile {
        private volatile Runnable afterEachTimeStamp = () -> {};
    }

    /** Process, archive, trail, signing and validation as they are; the minute book is played. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @EnableConfigurationProperties({ProcessSettings.class, PreservationSettings.class})
    @ComponentScan({"se.justera.archive", "se.justera.audit"})
    @Import({
        EngineConfiguration.class,
        EngineTables.class,
        ModelVocabulary.class,
        Roll.class,
        PreservationProgress.class,
        Preservation.class,
        Renewal.class,
        SelfValidation.class
    })
    static class Setting {

        @Bean
        SetClock clock() {
            var clock = new SetClock();
            ClockUtil.setCurrentTime(Date.from(clock.instant()));
            return clock;
        }

        @Bean
        AgingPki pki(Clock clock) {
            return new AgingPki(clock);
        }

        @Bean
        Meanwhile meanwhile() {
            return new Meanwhile();
        }

        @Bean
        Signing signing(AgingPki pki, Meanwhile meanwhile, Clock clock) {
            TSPSource stamps = (algorithm, digest) -> {
                TimestampBinary stamp = pki.getTimeStampResponse(algorithm, digest);
                meanwhile.afterEachTimeStamp.run();
                return stamp;
            };
            return TestSigning.of(pki, pki, stamps, pki.anchors(), pki.revocation(), clock);
        }

        @Bean
        ArchiveTimestamps timestamps(AgingPki pki) {
            return TestSigning.timestamps(pki.anchors());
        }

        @Bean
        Validation validation(AgingPki pki, Clock clock) {
            return new StrictValidation(List.of(pki.anchors().source()), ValidationLimits.standard(), clock);
        }

        @Bean
        RecordingAnnouncement announcement() {
            return new RecordingAnnouncement();
        }

        @Bean
        RecordingSteps steps() {
            return new RecordingSteps(new Cast());
        }

        @Bean
        MinuteBook minuteBook() {
            return mock(MinuteBook.class);
        }
    }
}
