package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.justera.minutes.Draft;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.TestTrust;

/** Our pages through their whole life: sealed, signed by four people, preserved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedMinutesTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Signing signing = TestSigning.sample(CLOCK);
    private final Draft draft = Drafts.read("every-element");
    private final byte[] signed = sign();

    @Test
    void stillConformAfterSealFourSignaturesAndArchiveTimestamp() {
        assertThat(Conformance.faults(signed)).isEmpty();
    }

    /** The layouts whose signatures stand elsewhere than on the last page, two by two, as in the draft above. */
    @ParameterizedTest
    @EnumSource(
            value = Layouts.class,
            names = {"COVER_PAGE", "SIGNATURES_FIRST", "NOTES_WITH_MATTERS", "MEMBERS_TABLE", "LETTERHEAD"})
    void stillConformInEveryLayout(Layouts layout) {
        byte[] preserved = signed(layout.pdf(), layout.draft());
        assertThat(Conformance.faults(preserved)).isEmpty();
        assertThat(new EmbeddedMinutes().read(preserved))
                .contains(layout.draft().withoutAddresses());
    }

    @Test
    void passWithoutAWarningInStockDss() {
        Reports reports = validate(signed);
        var simple = reports.getSimpleReport();
        assertThat(simple.getSignatureIdList()).hasSize(5).allSatisfy(id -> {
            assertThat(simple.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(simple.getAdESValidationErrors(id)).isEmpty();
            assertThat(simple.getAdESValidationWarnings(id)).isEmpty();
        });
    }

    @Test
    void showEachSignatureInItsRoomAndStillHoldTheDraft() throws Exception {
        assertThat(new EmbeddedMinutes().read(signed)).contains(draft.withoutAddresses());
        assertThat(new PdfPagePictures().pageCount(signed)).isGreaterThan(3);
        int last = new PdfPagePictures().pageCount(signed);
        byte[] before = new PdfPagePictures().png(sealable(), last);
        byte[] after = new PdfPagePictures().png(signed, last);
        assertThat(after).isNotEqualTo(before).hasSizeLessThan(2_000_000);
    }

    private byte[] sealable() {
        return new ArchiveTypesetter(CLOCK).sealablePdf(Drafts.order(draft));
    }

    private byte[] sign() {
        return signed(sealable(), draft);
    }

    private byte[] signed(byte[] sealable, Draft draft) {
        byte[] revision = signing.seal(sealable, "Samordningsförbundet Exempel");
        for (SignatureSpace space : SignatureSpace.allOf(draft)) {
            var order = TestSigning.order(
                    space.fieldName(),
                    space.name(),
                    CLOCK.instant(),
                    space.roles().toArray(String[]::new));
            revision = signing.sign(revision, order);
        }
        return signing.preserve(revision);
    }

    private static Reports validate(byte[] pdf) {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(TestTrust.sample(CLOCK).anchors().source());
        var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument();
    }
}
