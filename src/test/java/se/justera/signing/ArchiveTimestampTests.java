package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import se.justera.desk.SetClock;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.Conformance;
import se.justera.document.Drafts;
import se.justera.document.SignatureSpace;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.trust.AgingPki;
import se.justera.trust.TestTrust;
import se.justera.validation.StrictValidation;
import se.justera.validation.ValidationLimits;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** The final document of a journey, secretary, chair and three adjusters, and ten archive time-stamps on it in a row. */
class ArchiveTimestampTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PEOPLE = 5;
    private static final List<byte[]> PRESERVED = new ArrayList<>();

    private final TestTrust trust = TestTrust.sample(CLOCK);

    @BeforeAll
    static void preserveTenTimes() {
        Draft draft = Drafts.read("board")
                .withSignatories(List.of(
                        new Signatory("Tobias Forsgård", SignatoryRole.SECRETARY, null, null),
                        new Signatory("Åsa Öhrn-Älvsjö", SignatoryRole.CHAIR, null, null),
                        new Signatory("Håkan Öhrnell", SignatoryRole.ADJUSTER, null, null),
                        new Signatory("Zoë Łukasiewicz", SignatoryRole.ADJUSTER, null, null),
                        new Signatory("Þóra Ægisdóttir", SignatoryRole.ADJUSTER, null, null)));
        var order = Drafts.order(draft);
        Signing signing = TestSigning.sample(CLOCK);
        byte[] pdf = signing.seal(new ArchiveTypesetter(CLOCK).sealablePdf(order), "Förbundet Exempel");
        for (SignatureSpace space : order.spaces()) {
            var person = TestSigning.order(
                    space.fieldName(),
                    space.name(),
                    CLOCK.instant(),
                    space.roles().toArray(String[]::new));
            pdf = signing.sign(pdf, person);
        }
        for (int i = 0; i < 10; i++) {
            pdf = signing.preserve(pdf);
            PRESERVED.add(pdf);
        }
    }

    @Test
    void theFinalDocumentPassesForEverybodyWhoSigned() {
        byte[] last = PRESERVED.get(0);

        passes(last);
        assertThat(Pdfsig.validSignatures(last)).isEqualTo(PEOPLE + 1);
        assertThat(Conformance.faults(last)).isEmpty();
    }

    @Test
    void theEighthFillsTheLastFieldThatWasMadeAndTheFileStillConforms() {
        assertThat(Conformance.faults(PRESERVED.get(7))).isEmpty();
        passes(PRESERVED.get(7));
    }

    @Test
    void theNinthAndTenthNeedFieldsThatNobodySeesAndAreStillPermittedAfterTheSeal() {
        byte[] last = PRESERVED.get(9);

        ValidationResult result = validation().validate("p.pdf", last, Locale.ENGLISH);

        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.timestamps().stream().filter(stamp -> stamp.kind().equals("DOCUMENT")))
                .hasSize(10);
        passes(last);
        assertThat(Pdfsig.validSignatures(last)).isEqualTo(PEOPLE + 1);
    }

    /** ETSI TS 119 312, 5.2.2: what is kept for more than 20 years needs more than SHA-256. */
    @Test
    void eachCoversTheDocumentWithAHashForTheLongTerm() {
        assertThat(NewestTimestamp.in(PRESERVED.get(0))
                        .token()
                        .getTimeStampInfo()
                        .getMessageImprintAlgOID())
                .isEqualTo(NISTObjectIdentifiers.id_sha512);
    }

    @Test
    void eachIsStrongUntilTheAuthoritysCertificateEnds() {
        ArchiveTimestamps timestamps = TestSigning.timestamps(trust.anchors());

        assertThat(timestamps.strongUntil(PRESERVED.get(0))).isEqualTo("2044-12-31T23:59:59Z");
        assertThat(timestamps.strongUntil(PRESERVED.get(9))).isEqualTo("2044-12-31T23:59:59Z");
    }

    @Test
    void anAlgorithmThatEndsEarlierDecides() {
        var table = new ByteArrayResource("SHA256;;\nSHA512;;\nECDSA;256;2031-05-01".getBytes(StandardCharsets.UTF_8));

        assertThat(TestSigning.timestamps(trust.anchors(), table).strongUntil(PRESERVED.get(0)))
                .isEqualTo("2031-05-01T00:00:00Z");
    }

    @Test
    void theNewestDecidesAndNotTheOldest() {
        var clock = new SetClock();
        var pki = new AgingPki(clock);
        Signing signing = TestSigning.of(pki, pki, pki, pki.anchors(), pki.revocation(), clock);
        ArchiveTimestamps timestamps = TestSigning.timestamps(pki.anchors());
        byte[] pdf = signing.preserve(signing.seal(FieldedPdf.make(), "Förbundet Exempel"));
        Instant first = timestamps.strongUntil(pdf);
        assertThat(first)
                .isEqualTo(clock.instant()
                        .minusSeconds(60)
                        .plus(Duration.ofDays(3 * 365))
                        .truncatedTo(ChronoUnit.SECONDS));

        clock.advance(Duration.ofDays(800));
        byte[] renewed = signing.preserve(pdf);

        assertThat(pki.generations()).isEqualTo(2);
        assertThat(timestamps.strongUntil(renewed)).isEqualTo(first.plus(Duration.ofDays(800)));
    }

    @Test
    void withoutAnyThereIsNothingToSay() {
        ArchiveTimestamps timestamps = TestSigning.timestamps(trust.anchors());

        assertThatThrownBy(() -> timestamps.strongUntil(FieldedPdf.make()))
                .isInstanceOf(SigningFailed.class)
                .hasMessageContaining("no archive time-stamp");
        assertThatThrownBy(() -> timestamps.strongUntil(new byte[] {1, 2, 3})).isInstanceOf(SigningFailed.class);
    }

    private StrictValidation validation() {
        return new StrictValidation(List.of(trust.anchors().source()), ValidationLimits.standard(), CLOCK);
    }

    private static void passes(byte[] pdf) {
        SimpleReport report = Dss.validate(pdf).getSimpleReport();
        assertThat(report.getSignatureIdList()).hasSize(PEOPLE + 1).allSatisfy(id -> {
            assertThat(report.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
            assertThat(report.getAdESValidationErrors(id)).isEmpty();
            assertThat(report.getAdESValidationWarnings(id)).isEmpty();
        });
    }
}
