package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.document.Drafts;
import se.justera.document.SignatureSpace;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.SamplePki;
import se.justera.trust.TestTrust;

/** Whoever is trusted where a file is validated, and whenever: what was not altered is never called broken or modified. */
class OtherTrustTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<byte[]> REVISIONS = SignedSample.revisions();
    private static final CertificateSource SAMPLE =
            TestTrust.sample(CLOCK).anchors().source();
    private static final SamplePki SAME_NAMES =
            new SamplePki("Justera Sample", "(provunderskrift)", new SecureRandom());

    @TempDir
    private static Path keys = Path.of(".");

    @BeforeAll
    static void writeKeys() throws IOException {
        SAME_NAMES.writeTo(keys);
    }

    @Test
    void nothingIsTrusted() {
        assertAll(Verdict.INTACT_UNTRUSTED);
    }

    @Test
    void anotherRootIsTrusted() {
        assertAll(Verdict.INTACT_UNTRUSTED, source(new SamplePki("Annan", "", new SecureRandom()).rootCertificate()));
    }

    /** As with any two installations that named their authorities alike. */
    @Test
    void anotherRootOfTheSameNameIsTrusted() {
        assertAll(Verdict.INTACT_UNTRUSTED, source(SAME_NAMES.rootCertificate()));
        assertAll(Verdict.VALID, source(SAME_NAMES.rootCertificate()), SAMPLE);
    }

    @Test
    void onlyTheTimestampAuthorityIsTrusted() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(Path.of("certs-sample", "tsa.p12"))) {
            store.load(in, SamplePki.PASSWORD.toCharArray());
        }
        String entry = store.aliases().nextElement();
        assertAll(Verdict.INTACT_UNTRUSTED, source((X509Certificate) store.getCertificate(entry)));
    }

    @Test
    void theTimestampAuthorityAloneIsNotTrusted() {
        byte[] signed = stampedElsewhere();
        assertThat(verdict(signed, CLOCK, SAMPLE)).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(signed, inYears(1), SAMPLE))
                .as("nobody who is trusted says that it was signed before the certificate ended")
                .isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(signed, inYears(1), SAMPLE, source(SAME_NAMES.rootCertificate())))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void timeGoesBy() {
        for (int years : List.of(1, 5, 15)) {
            assertThat(verdict(REVISIONS.get(1), inYears(years), SAMPLE)).isEqualTo(Verdict.VALID);
            assertThat(verdict(preserved(), inYears(years), SAMPLE)).isEqualTo(Verdict.VALID);
            assertThat(verdict(preserved(), inYears(years))).isEqualTo(Verdict.INTACT_UNTRUSTED);
        }
        assertThat(verdict(preserved(), inYears(25), SAMPLE))
                .as("after the last time-stamp's certificate ended")
                .isEqualTo(Verdict.INDETERMINATE);
    }

    private static void assertAll(Verdict expected, CertificateSource... trust) {
        for (byte[] revision : List.of(REVISIONS.get(0), REVISIONS.get(2), preserved())) {
            assertThat(verdict(revision, CLOCK, trust)).isEqualTo(expected);
        }
    }

    private static byte[] preserved() {
        return REVISIONS.get(REVISIONS.size() - 1);
    }

    private static Verdict verdict(byte[] pdf, Clock clock, CertificateSource... trust) {
        return new StrictValidation(List.of(trust), ValidationLimits.standard(), clock)
                .validate("p.pdf", pdf, Locale.ENGLISH)
                .verdict();
    }

    private static Clock inYears(int years) {
        return Clock.fixed(CLOCK.instant().plus(Duration.ofDays(365L * years)), ZoneOffset.UTC);
    }

    private static CertificateSource source(X509Certificate certificate) {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        source.addCertificate(new CertificateToken(certificate));
        return source;
    }

    /** Sealed and signed with the sample keys, but stamped by an authority under the other root of the same name. */
    private static byte[] stampedElsewhere() {
        String folder = "file:" + keys + "/";
        String samples = "classpath:certs-sample/";
        TestTrust trust = TestTrust.with(
                Map.of(
                        "tsa-store",
                        folder + "tsa.p12",
                        "crls",
                        samples + "root-ca.crl," + samples + "issuing-ca.crl," + folder + "root-ca.crl," + folder
                                + "issuing-ca.crl",
                        "anchors",
                        samples + "trust/root-ca.pem," + folder + "trust/root-ca.pem"),
                CLOCK);
        Signing signing = TestSigning.with(trust, CLOCK);
        DocumentOrder order = Drafts.order(Drafts.read("board"));
        byte[] pdf = signing.seal(new ArchiveTypesetter(CLOCK).sealablePdf(order), "Samordningsförbundet Exempel");
        SignatureSpace space = order.spaces().get(0);
        return signing.sign(pdf, TestSigning.order(space.fieldName(), space.name(), CLOCK.instant(), "Sekreterare"));
    }
}
