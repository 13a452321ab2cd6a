package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.trust.TrustedListMaker;
import se.justera.trust.TrustedListMaker.Service;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.ValidationResult.SignatureResult;

/** What a trusted list makes of a signature (eIDAS, as DSS reads it). */
class QualificationTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestSigner SIGNER = new TestSigner();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void ourOwnSignaturesAreAdvancedByTheSampleList() {
        ValidationResult result = validated(Path.of("certs-sample/trusted-list.xml"), SignedSample.preserved());
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.VALID);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.signatures())
                .filteredOn(signature -> signature.kind() == Kind.SIGNATURE)
                .hasSizeGreaterThan(1)
                .extracting(SignatureResult::qualification)
                .containsOnly("AdESig");
        assertThat(result.signatures())
                .filteredOn(signature -> signature.kind() == Kind.SEAL)
                .extracting(SignatureResult::qualification)
                .containsExactly("AdESeal");
        assertThat(result.signatures()).extracting(SignatureResult::format).containsOnly("PAdES_BASELINE_LTA");
        assertThat(result.timestamps()).isNotEmpty().allMatch(timestamp -> timestamp.trusted());
    }

    @Test
    void theRootAsAnAnchorBesideTheListChangesNothing() {
        Validation both = NamedTrust.trusting(
                List.of(
                        NamedTrust.read(Path.of("certs-sample/trust"), null),
                        NamedTrust.read(Path.of("certs-sample/trusted-list.xml"), null)),
                CLOCK);
        ValidationResult result = both.validate("p.pdf", SignedSample.preserved(), Locale.ENGLISH);
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures())
                .extracting(SignatureResult::qualification)
                .containsOnly("AdESig", "AdESeal");
    }

    @Test
    void aQualifiedCertificateMakesAnAdvancedSignatureWithOne() throws IOException {
        byte[] pdf = SIGNER.signQualified(TestPdf.unsigned(), "sig_1", false);
        assertThat(qualification(Service.qualified(SIGNER.pki().root()), pdf)).isEqualTo("AdESig-QC");
    }

    @Test
    void aQualifiedCertificateOnADeviceMakesAQualifiedSignature() throws IOException {
        byte[] pdf = SIGNER.signQualified(TestPdf.unsigned(), "sig_1", true);
        assertThat(qualification(Service.qualified(SIGNER.pki().root()), pdf)).isEqualTo("QESig");
    }

    /** A certificate may call itself qualified; the list has the last word. */
    @Test
    void whatTheListDoesNotCallQualifiedIsNot() throws IOException {
        byte[] pdf = SIGNER.signQualified(TestPdf.unsigned(), "sig_1", true);
        assertThat(qualification(Service.national(SIGNER.pki().root()), pdf)).isEqualTo("AdESig");
    }

    @Test
    void aListThatIsMissingIsNotPassedOverInSilence() {
        Validation validation =
                new StrictValidation(SIGNER.anchors(), () -> List.of("SE", "FI"), ValidationLimits.standard(), CLOCK);
        byte[] pdf = SIGNER.signedByThree();
        assertThat(validation
                        .validate("p.pdf", pdf, Locale.forLanguageTag("sv"))
                        .warnings())
                .containsExactly("Betrodda listor som inte har kunnat läsas: SE, FI. Det som bara de går i god för har"
                        + " inte kunnat bedömas.");
        assertThat(validation.validate("p.pdf", pdf, Locale.ENGLISH).warnings())
                .singleElement()
                .asString()
                .contains("SE, FI");
        assertThat(validation
                        .validate("p.pdf", TestPdf.unsigned(), Locale.ENGLISH)
                        .warnings())
                .isEmpty();
    }

    private String qualification(Service service, byte[] pdf) throws IOException {
        Instant now = CLOCK.instant();
        byte[] list = new TrustedListMaker("Provsamverkan", "SE")
                .list("Provsamverkan", now.minusSeconds(60), now.plus(Duration.ofDays(30)), List.of(service));
        ValidationResult result = validated(Files.write(folder.resolve("list.xml"), list), pdf);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.VALID);
        return result.signatures().get(0).qualification();
    }

    private static ValidationResult validated(Path trust, byte[] pdf) {
        return NamedTrust.trusting(List.of(NamedTrust.read(trust, null)), CLOCK).validate("p.pdf", pdf, Locale.ENGLISH);
    }
}
