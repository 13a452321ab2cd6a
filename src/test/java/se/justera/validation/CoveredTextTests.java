package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;

/** Signatures whose look is put over "§ 1 Beslut: budgeten är 100 000 kronor." (from 72, 720 on the first page). */
class CoveredTextTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Signing SIGNING = TestSigning.sample(CLOCK);
    private static final PDRectangle OVER_THE_TEXT = new PDRectangle(60, 710, 300, 40);
    private static final PDRectangle BESIDE_THE_TEXT = new PDRectangle(60, 400, 300, 40);

    private static ValidationResult validate(byte[] pdf) {
        return new StrictValidation(List.of(), ValidationLimits.standard(), CLOCK)
                .validate("p.pdf", pdf, Locale.ENGLISH);
    }

    private static byte[] certified(byte[] pdf) {
        return new TestSigner().certify(pdf, "sig_1", CertificationPermission.MINIMAL_CHANGES_PERMITTED);
    }

    /** With one more field on the first page, which names a page as its own, not yet signed. */
    private static byte[] withField(byte[] pdf, PDRectangle room, int namedPage) {
        return Attacks.update(pdf, document -> add(document, room, namedPage));
    }

    private static void add(PDDocument document, PDRectangle room, int namedPage) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName("later");
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(room);
        widget.setPage(document.getPage(namedPage));
        widget.setPrinted(true);
        PDPage page = document.getPage(0);
        page.getAnnotations().add(widget);
        form.getCOSObject().getCOSArray(COSName.FIELDS).add(field.getCOSObject());
        for (COSDictionary changed : List.of(
                form.getCOSObject(),
                page.getCOSObject(),
                document.getDocumentCatalog().getCOSObject(),
                field.getCOSObject())) {
            changed.setNeedToBeUpdated(true);
        }
    }

    private static byte[] signed(byte[] pdf) {
        return SIGNING.sign(pdf, TestSigning.order("later", "Bo Öberg", CLOCK.instant(), "Justerare"));
    }

    private static Verdict whenCertified(PDRectangle room, int namedPage) {
        return validate(signed(withField(certified(TestPdf.unsigned()), room, namedPage)))
                .verdict();
    }

    @Test
    void catchesALookOverCertifiedText() {
        assertThat(whenCertified(BESIDE_THE_TEXT, 0)).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(whenCertified(OVER_THE_TEXT, 0)).isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void catchesALookThatNamesAnotherPageThanItIsOn() {
        assertThat(whenCertified(OVER_THE_TEXT, 1)).isEqualTo(Verdict.MODIFIED);
    }

    /** The letters stand on 720. */
    @Test
    void catchesALookThatBeginsJustAboveTheLine() {
        assertThat(whenCertified(new PDRectangle(60, 722, 300, 30), 0)).isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void catchesALookOverTextOnATurnedPage() {
        byte[] turned = Attacks.update(TestPdf.unsigned(), document -> {
            document.getPage(0).setRotation(90);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
        assertThat(validate(signed(withField(certified(turned), OVER_THE_TEXT, 0)))
                        .verdict())
                .isEqualTo(Verdict.MODIFIED);
    }

    /** Shadow attack: an empty field over a number, filled with another number when it has been signed. */
    @Test
    void warnsOfAPreparedFieldThatIsFilledOverText() {
        byte[] prepared = withField(TestPdf.unsigned(), OVER_THE_TEXT, 0);
        ValidationResult result = validate(signed(new TestSigner().sign(prepared, "sig_1", "Anna", "Åström")));
        assertThat(result.warnings()).contains("A later signature’s picture covers text.");
        byte[] beside = withField(TestPdf.unsigned(), BESIDE_THE_TEXT, 0);
        assertThat(validate(signed(new TestSigner().sign(beside, "sig_1", "Anna", "Åström")))
                        .warnings())
                .doesNotContain("A later signature’s picture covers text.");
    }
}
