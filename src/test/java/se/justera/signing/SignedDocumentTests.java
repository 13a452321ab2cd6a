package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Conformance;
import se.justera.document.DocumentOrder;
import se.justera.document.Drafts;
import se.justera.document.SignatureSpace;
import se.justera.trust.TestTrust;

/** The whole life of a document: sealed, signed by its people, preserved. */
class SignedDocumentTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ASSOCIATION = "Samordningsförbundet Exempel";

    private final Signing signing = TestSigning.sample(CLOCK);

    @Test
    void everyRevisionValidatesOfflineWithTheSampleRootAlone() {
        byte[] pdf = FieldedPdf.make();
        byte[] revision = grown(pdf, signing.seal(pdf, ASSOCIATION));
        assertPassed(revision, SignatureLevel.PAdES_BASELINE_LT, "seal");
        for (SignatureOrder order : orders(CLOCK.instant())) {
            revision = grown(revision, signing.sign(revision, order));
            assertPassed(revision, SignatureLevel.PAdES_BASELINE_T, order.fieldName());
        }
        byte[] preserved = grown(revision, signing.preserve(revision));
        assertPassed(preserved, SignatureLevel.PAdES_BASELINE_LTA, "sig_4");
        byte[] renewed = grown(preserved, signing.preserve(preserved));
        assertPassed(Dss.validateAsStrangersDo(renewed), SignatureLevel.PAdES_BASELINE_LTA, "seal");
        assertThat(Pdfsig.validSignatures(renewed)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"board", "every-element", "notes", "deliberation"})
    void ourOwnDocumentStaysArchivableAndAccessibleAfterAllSignatures(String draft) {
        DocumentOrder order = Drafts.order(Drafts.read(draft));
        byte[] revision = signing.seal(new ArchiveTypesetter(CLOCK).sealablePdf(order), ASSOCIATION);
        for (SignatureSpace space : order.spaces()) {
            revision = signing.sign(revision, order(space));
        }
        byte[] preserved = signing.preserve(revision);
        assertPassed(preserved, SignatureLevel.PAdES_BASELINE_LTA, "seal");
        assertThat(Conformance.faults(preserved)).isEmpty();
        assertThat(Pdfsig.validSignatures(preserved)).isEqualTo(order.spaces().size() + 1);
    }

    private static SignatureOrder order(SignatureSpace space) {
        return TestSigning.order(
                space.fieldName(), space.name(), CLOCK.instant(), space.roles().toArray(String[]::new));
    }

    @Test
    void theSealFreezesTheTextAndNamesTheAssociation() {
        byte[] pdf = FieldedPdf.make();
        SignatureWrapper seal = only(Dss.validate(signing.seal(pdf, ASSOCIATION)));
        assertThat(seal.getDocMDPPermissions()).isEqualTo(CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        assertThat(seal.getSignerName()).isEqualTo(ASSOCIATION);
        assertThat(seal.getSignatureFieldNames()).containsExactly("seal");
    }

    @Test
    void aSignatureSaysWhoInWhichRoleAndWhy() {
        byte[] pdf = signing.sign(
                FieldedPdf.make(),
                TestSigning.order("sig_2", "Åsa Öhrn-Älvsjö", CLOCK.instant(), "Justerare", "Ordförande"));
        SignatureWrapper signature = only(Dss.validate(pdf));
        assertThat(signature.getSignerName()).isEqualTo("Åsa Öhrn-Älvsjö");
        assertThat(signature.getReason()).isEqualTo("Justering av protokoll 2026-09-14");
        assertThat(signature.getSignerRoleDetails(signature.getClaimedRoles()))
                .containsExactly("Justerare", "Ordförande");
        assertThat(signature.getSigningCertificate().getGivenName()).isEqualTo("Åsa");
        assertThat(signature.getSigningCertificate().getSurname()).isEqualTo("Öhrn-Älvsjö");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-01T10:00:00Z", "2040-02-29T10:00:00Z"})
    void timeStampsAndCertificatesFollowTheInjectedClock(String time) {
        Instant at = Instant.parse(time);
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        Signing then = TestSigning.sample(clock);
        byte[] pdf = then.seal(FieldedPdf.make(), ASSOCIATION);
        pdf = then.preserve(then.sign(pdf, TestSigning.order("sig_1", "Åsa Öhrn", at, "Ordförande")));
        Reports reports = Dss.validate(pdf, TestTrust.sample(clock).anchors(), at.plusSeconds(60));
        SimpleReport report = reports.getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            assertThat(report.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.getBestSignatureTime(id)).isEqualTo(Date.from(at));
        }
    }

    /** Its certificates come with fresh revocation data from this process, so that nobody has to be asked later. */
    @Test
    void aDocumentWithRevocableCertificatesIsPreservedAndStaysValidAfterThem() {
        TestTrust trust = TestTrust.with(Map.of("certificate-profile", "revocable"), CLOCK);
        Signing revocable = TestSigning.with(trust, CLOCK);
        byte[] pdf = revocable.seal(FieldedPdf.make(), ASSOCIATION);
        pdf = revocable.sign(pdf, TestSigning.order("sig_1", "Åsa Öhrn", CLOCK.instant(), "Ordförande"));
        byte[] preserved = revocable.preserve(pdf);
        assertPassed(preserved, SignatureLevel.PAdES_BASELINE_LTA, "sig_1");
        Instant later = CLOCK.instant().plus(Duration.ofDays(800));
        SimpleReport then = Dss.validate(preserved, trust.anchors(), later).getSimpleReport();
        assertThat(then.getSignatureIdList())
                .hasSize(2)
                .allMatch(id -> then.getIndication(id) == Indication.TOTAL_PASSED);
    }

    @Test
    void differentDocumentsAreSignedAtTheSameTime() throws Exception {
        byte[] pdf = signing.seal(FieldedPdf.make(), ASSOCIATION);
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> signed = IntStream.rangeClosed(1, 8)
                    .mapToObj(n -> people.submit(() -> signing.sign(
                            pdf, TestSigning.order("sig_1", "Person Nummer" + n, CLOCK.instant(), "Justerare"))))
                    .toList();
            for (int n = 1; n <= 8; n++) {
                byte[] result = signed.get(n - 1).get();
                assertPassed(result, SignatureLevel.PAdES_BASELINE_T, "sig_1");
                assertThat(Dss.validate(result).getDiagnosticData().getSignatures())
                        .extracting(SignatureWrapper::getSignerName)
                        .containsExactly(ASSOCIATION, "Person Nummer" + n);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static List<SignatureOrder> orders(Instant now) {
        return List.of(
                TestSigning.order("sig_1", "Åsa Öhrn-Älvsjö", now, "Vid protokollet"),
                TestSigning.order("sig_3", "Þóra Ñáñez", now, "Justerare"),
                TestSigning.order("sig_2", "Łukasz Čapek", now, "Ordförande"),
                TestSigning.order("sig_4", "Ирина Γεωργίου 😀", now, "Justerare", "2:e vice ordförande"));
    }

    private static byte[] grown(byte[] before, byte[] after) {
        assertThat(after).hasSizeGreaterThan(before.length);
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        return after;
    }

    private static SignatureWrapper only(Reports reports) {
        assertThat(reports.getDiagnosticData().getSignatures()).hasSize(1);
        return reports.getDiagnosticData().getSignatures().get(0);
    }

    private static void assertPassed(byte[] pdf, SignatureLevel level, String field) {
        assertPassed(Dss.validate(pdf), level, field);
    }

    /** Every signature passes without a warning, and the one in the field has the level. */
    private static void assertPassed(Reports reports, SignatureLevel level, String field) {
        SimpleReport simple = reports.getSimpleReport();
        assertThat(reports.getDiagnosticData().getSignatures()).isNotEmpty();
        for (SignatureWrapper signature : reports.getDiagnosticData().getSignatures()) {
            String id = signature.getId();
            String name = signature.getSignatureFieldNames().get(0);
            assertThat(simple.getIndication(id)).as(name).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(texts(simple.getAdESValidationErrors(id))).as(name).isEmpty();
            assertThat(texts(simple.getAdESValidationWarnings(id))).as(name).isEmpty();
            if (name.equals(field)) {
                assertThat(simple.getSignatureFormat(id)).isEqualTo(level);
            }
        }
        assertThat(reports.getDiagnosticData().getSignatures())
                .anyMatch(signature -> signature.getSignatureFieldNames().contains(field));
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::getValue).toList();
    }
}
