package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;

/** Old, weak and oddly encoded signatures: intact ones are never called broken, and altered ones never intact. */
class OldProductTests {

    private static final byte[] PDF = TestPdf.unsigned();

    private static ValidationResult validate(byte[] pdf) {
        return new StrictValidation(List.of(), ValidationLimits.standard(), Clock.systemUTC())
                .validate("gammal.pdf", pdf, Locale.ENGLISH);
    }

    private static Verdict verdict(byte[] pdf) {
        return validate(pdf).verdict();
    }

    /** A bit in the text of the first page. */
    private static byte[] altered(byte[] pdf) {
        return Attacks.flip(pdf, Attacks.text(pdf).indexOf("stream") + 30);
    }

    @Test
    void aSelfSignedSignerIsIntactAndUntrusted() {
        byte[] signed = OldProduct.sound().sign(PDF);
        assertThat(verdict(signed)).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void weakAlgorithmsAreNeitherBrokenNorModified() {
        byte[] signed = OldProduct.weak().sign(PDF);
        assertThat(verdict(signed)).isIn(Verdict.INDETERMINATE, Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void anExpiredCertificateWithoutProofOfTimeIsNotBroken() {
        byte[] signed = OldProduct.expired().sign(PDF);
        assertThat(verdict(signed)).isIn(Verdict.INDETERMINATE, Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void theSha1OfTheFileInsideTheContainerIsChecked() {
        byte[] signed = OldProduct.weak().signItsSha1(PDF);
        assertThat(verdict(signed)).isIn(Verdict.INDETERMINATE, Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aSignatureWithoutAContainerCannotBeChecked() {
        byte[] signed = OldProduct.weak().signWithoutCms(PDF);
        assertThat(verdict(signed)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(altered(signed))).isIn(Verdict.INDETERMINATE, Verdict.INVALID);
    }

    /** Some programs accept what is signed in another order than DER's, others do not: it was not altered. */
    @Test
    void attributesSignedAsTheyStandAreNotCalledBroken() {
        byte[] signed = OldProduct.sound().withAttributesAsTheyCome().sign(PDF);
        assertThat(validate(signed).warnings())
                .contains("A signature fits the bytes of the file but is not encoded as the standard demands, so not"
                        + " every program accepts it.");
        assertThat(verdict(signed)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    /** What the second look finds fitting must not be what the first look remembers as right. */
    @Test
    void whatTheSecondLookFindsIsNotRememberedByTheFirst() {
        byte[] signed = OldProduct.onACurve().withAttributesAsTheyCome().sign(PDF);
        ValidationResult first = validate(signed);
        assertThat(first.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(validate(signed)).usingRecursiveComparison().isEqualTo(first);
        assertThat(verdict(OldProduct.onACurve().sign(PDF)))
                .as("as it should be")
                .isEqualTo(Verdict.INTACT_UNTRUSTED);
    }

    @Test
    void aDigestUnderAnotherNameIsNotCalledBroken() {
        byte[] signed = OldProduct.sound().withASignatureAlgorithmForADigest().sign(PDF);
        assertThat(verdict(signed)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void anUnknownAlgorithmCannotBeChecked() {
        byte[] signed = OldProduct.sound().withAnAlgorithmThatNobodyKnows().sign(PDF);
        assertThat(verdict(signed)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesAContainerThatSignsSomethingElse() {
        byte[] signed = OldProduct.sound().signSomethingElse(PDF, "annat".getBytes(StandardCharsets.UTF_8));
        assertThat(verdict(signed)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aSignatureOverTheFileItselfIsIntact() {
        byte[] signed = OldProduct.sound().withoutAttributes().sign(PDF);
        assertThat(verdict(signed)).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aVersionThatDoesNotFitIsNotCalledBroken() {
        byte[] signed = OldProduct.sound().withAnotherVersion().sign(PDF);
        assertThat(verdict(signed)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(altered(signed))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aCertificationInObjectsOfItsOwnIsIntactAndHeldTo() {
        byte[] certified = OldProduct.sound().certifying().sign(PDF);
        assertThat(verdict(certified)).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(OldProduct.sound().sign(certified))).isEqualTo(Verdict.INTACT_UNTRUSTED);
        byte[] annotated = Attacks.update(certified, pdf -> {
            pdf.getPage(0).getAnnotations().add(new PDAnnotationText());
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
        assertThat(verdict(annotated)).isEqualTo(Verdict.MODIFIED);
    }
}
