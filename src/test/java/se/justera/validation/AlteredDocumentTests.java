package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Attacks on what a reader sees, written behind signatures that stay intact for their own bytes. */
class AlteredDocumentTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static byte[] signed = new byte[0];

    private final Validation validation =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    @BeforeAll
    static void signByThree() {
        signed = SIGNER.signedByThree();
    }

    /** Whether it is caught as it is, and also when others sign or add validation data on top. */
    private void assertCaught(Attacks.Change attack, String warning) {
        byte[] altered = Attacks.update(signed, attack);
        assertModified(altered, warning);
        assertModified(SIGNER.sign(altered, "sig_4", "Oskyldig", "Signatär"), warning);
        assertModified(SIGNER.archive(altered), warning);
    }

    private void assertModified(byte[] altered, String warning) {
        ValidationResult result = validation.validate("attack.pdf", altered, Locale.ENGLISH);
        assertThat(result.verdict()).isEqualTo(Verdict.MODIFIED);
        assertThat(result.warnings()).contains(warning);
        assertThat(result.signatures().get(0).changesAfter()).isEqualTo(ValidationResult.ChangesAfter.FORBIDDEN);
        assertThat(result.signatures().get(0).intact()).isTrue();
    }

    @Test
    void catchesReplacedPageContent() {
        assertCaught(
                pdf -> {
                    PDPage page = pdf.getPage(0);
                    page.setContents(stream(pdf, "BT /F1 12 Tf 72 720 Td (Budgeten: 900 000) Tj ET"));
                    touch(page.getCOSObject());
                },
                "The content of page 1 was changed.");
    }

    @Test
    void catchesAnOverwrittenContentStream() {
        assertCaught(
                pdf -> {
                    COSStream content =
                            (COSStream) pdf.getPage(1).getCOSObject().getDictionaryObject(COSName.CONTENTS);
                    write(content, "BT ET");
                    touch(content);
                },
                "The content of page 2 was changed.");
    }

    @Test
    void catchesAnAddedAnnotation() {
        assertCaught(AlteredDocumentTests::coverWithASquare, "An annotation on page 1 was added, changed or removed.");
    }

    @Test
    void catchesARemovedAnnotation() {
        assertCaught(
                pdf -> {
                    PDPage page = pdf.getPage(1);
                    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
                    annotations.remove(0);
                    touch(page.getCOSObject());
                    annotations.setNeedToBeUpdated(true);
                },
                "An annotation on page 2 was added, changed or removed.");
    }

    @Test
    void catchesAnAddedPage() {
        assertCaught(
                pdf -> {
                    pdf.addPage(new PDPage(PDRectangle.A4));
                    touch(pdf.getPages().getCOSObject());
                    pdf.getPages().getCOSObject().getCOSArray(COSName.KIDS).setNeedToBeUpdated(true);
                },
                "Pages were added, removed or moved.");
    }

    @Test
    void catchesADeletedPage() {
        assertCaught(
                pdf -> {
                    pdf.removePage(0);
                    touch(pdf.getPages().getCOSObject());
                    pdf.getPages().getCOSObject().getCOSArray(COSName.KIDS).setNeedToBeUpdated(true);
                },
                "Pages were added, removed or moved.");
    }

    @Test
    void catchesExchangedPages() {
        assertCaught(
                pdf -> {
                    COSArray kids = pdf.getPages().getCOSObject().getCOSArray(COSName.KIDS);
                    kids.add(kids.remove(0));
                    touch(pdf.getPages().getCOSObject());
                    kids.setNeedToBeUpdated(true);
                },
                "Pages were added, removed or moved.");
    }

    @Test
    void catchesAChangedTitleInXmp() {
        assertCaught(
                pdf -> {
                    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
                    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
                    write(metadata.getCOSObject(), xmp.replace("Protokoll", "Avtal"));
                    touch(metadata.getCOSObject());
                },
                "The document’s title or other information about it was changed.");
    }

    @Test
    void catchesAChangedTitleInInfo() {
        assertCaught(
                pdf -> {
                    pdf.getDocumentInformation().setTitle("Avtal");
                    touch(pdf.getDocumentInformation().getCOSObject());
                },
                "The document’s title or other information about it was changed.");
    }

    @Test
    void catchesJavaScriptThatRunsOnOpening() {
        assertCaught(
                pdf -> {
                    pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hej')"));
                    touch(pdf.getDocumentCatalog().getCOSObject());
                },
                "Something that runs when the document is opened was added or changed.");
    }

    @Test
    void catchesAnExchangedSignatureAppearance() {
        assertCaught(
                pdf -> {
                    COSDictionary widget = pdf.getDocumentCatalog()
                            .getAcroForm(null)
                            .getField("sig_1")
                            .getWidgets()
                            .get(0)
                            .getCOSObject();
                    COSDictionary appearance = new COSDictionary();
                    appearance.setItem(COSName.N, form(pdf, "0 0 200 40 re f"));
                    widget.setItem(COSName.AP, appearance);
                    touch(widget);
                },
                "A signature field was changed.");
    }

    @Test
    void catchesARemovedSignature() {
        assertCaught(
                pdf -> {
                    COSDictionary field = pdf.getDocumentCatalog()
                            .getAcroForm(null)
                            .getField("sig_1")
                            .getCOSObject();
                    field.removeItem(COSName.V);
                    touch(field);
                },
                "A signature was exchanged or removed.");
    }

    /** The form goes, and with it every signature: what is left looks as if nobody had signed. */
    @Test
    void catchesAFormTakenAway() {
        byte[] altered = Attacks.update(signed, pdf -> {
            pdf.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM);
            touch(pdf.getDocumentCatalog().getCOSObject());
        });
        ValidationResult result = validation.validate("attack.pdf", altered, Locale.ENGLISH);
        assertThat(result.verdict()).isEqualTo(Verdict.MODIFIED);
        assertThat(result.reason()).contains("a signature that was hidden or removed");
    }

    /** Sneaky signature: a field comes with a new signature, and its look hides what was certified. */
    @Test
    void catchesASignatureWhoseLookCoversCertifiedText() {
        byte[] certified =
                SIGNER.certify(TestPdf.unsigned(), "sig_1", CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        ValidationResult result =
                validation.validate("attack.pdf", SIGNER.signOver(certified, 60, 100, 400, 60), Locale.ENGLISH);
        assertThat(result.verdict()).isEqualTo(Verdict.MODIFIED);
        assertThat(result.warnings()).contains("A later signature covers text.");
        assertThat(validation
                        .validate("p.pdf", SIGNER.signOver(certified, 60, 400, 400, 60), Locale.ENGLISH)
                        .verdict())
                .as("beside the text")
                .isEqualTo(Verdict.VALID);
    }

    /** Where nothing is certified, whoever signs answers for the place of the signature; it is told, not refused. */
    @Test
    void warnsOfASignatureOverTextThatIsNotCertified() {
        ValidationResult result =
                validation.validate("p.pdf", SIGNER.signOver(signed, 60, 100, 400, 60), Locale.ENGLISH);
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.warnings()).containsExactly("A later signature’s picture covers text.");
    }

    @Test
    void catchesAChangedFormField() {
        assertCaught(
                pdf -> {
                    PDField note = pdf.getDocumentCatalog().getAcroForm(null).getField("note");
                    note.setValue("Ändrad");
                    touch(note.getCOSObject());
                },
                "A form field was changed.");
    }

    @Test
    void catchesASwitchedLayer() {
        assertCaught(
                pdf -> {
                    pdf.getDocumentCatalog().getOCProperties().setGroupEnabled("Vattenmärke", false);
                    touch(pdf.getDocumentCatalog().getCOSObject());
                    touch(pdf.getDocumentCatalog().getOCProperties().getCOSObject());
                },
                "Layers that are shown or hidden were changed.");
    }

    @Test
    void catchesAnAttachment() {
        assertCaught(
                pdf -> {
                    COSDictionary names = new COSDictionary();
                    names.setItem(COSName.EMBEDDED_FILES, new COSDictionary());
                    pdf.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
                    touch(pdf.getDocumentCatalog().getCOSObject());
                },
                "Attachments or names in the document were changed.");
    }

    @Test
    void catchesAFontMadeDirect() {
        assertCaught(
                pdf -> {
                    COSDictionary resources = pdf.getPage(0).getResources().getCOSObject();
                    COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
                    COSName name = fonts.keySet().iterator().next();
                    COSDictionary copy = new COSDictionary(fonts.getCOSDictionary(name));
                    copy.setDirect(true);
                    fonts.setItem(name, copy);
                    touch(pdf.getPage(0).getCOSObject(), resources, fonts);
                },
                "The content of page 1 was changed.");
    }

    @Test
    void catchesAChangedPageBox() {
        assertCaught(
                pdf -> {
                    pdf.getPage(0).setCropBox(new PDRectangle(0, 0, 300, 300));
                    touch(pdf.getPage(0).getCOSObject());
                },
                "The content of page 1 was changed.");
    }

    @Test
    void catchesAnUnusedObjectBehindTheLastSignature() {
        byte[] altered = Attacks.append(signed, strayUpdate(signed));
        ValidationResult result = validation.validate("attack.pdf", altered, Locale.ENGLISH);
        assertThat(result.verdict()).isEqualTo(Verdict.MODIFIED);
        assertThat(result.warnings()).contains("There is content after the last signature that no signature covers.");
    }

    @Test
    void catchesAnUnusedObjectBesideAddedValidationData() {
        byte[] altered = Attacks.update(SIGNER.validationData(signed), pdf -> {
            COSDictionary dss = pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("DSS"));
            dss.setItem("Stray", TestPdf.stray(pdf));
            touch(dss);
        });
        assertThat(validation.validate("attack.pdf", altered, Locale.ENGLISH).verdict())
                .as("whatever the security store leads to shows nothing")
                .isEqualTo(Verdict.VALID);
        byte[] extended = SIGNER.validationData(signed);
        byte[] unreached = Attacks.append(extended, strayUpdate(extended));
        assertThat(validation.validate("attack.pdf", unreached, Locale.ENGLISH).verdict())
                .isEqualTo(Verdict.MODIFIED);
    }

    /** Shadow attack "hide": an overlay that was there when it was signed goes. */
    @Test
    void catchesContentThatWasHiddenUntilItWasSigned() {
        byte[] prepared = Attacks.update(TestPdf.unsigned(), AlteredDocumentTests::coverWithASquare);
        byte[] shadowed = SIGNER.sign(prepared, "sig_1", "Anna", "Åström");
        byte[] revealed = Attacks.update(shadowed, pdf -> {
            PDPage page = pdf.getPage(0);
            page.getCOSObject().removeItem(COSName.ANNOTS);
            touch(page.getCOSObject());
        });
        assertModified(revealed, "An annotation on page 1 was added, changed or removed.");
    }

    /** Shadow attack "replace": a prepared object gets its place in the document only afterwards. */
    @Test
    void catchesAPreparedPageContentSwitchedAfterSigning() {
        byte[] prepared = Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
            catalog.setItem("PieceInfo", stream(pdf, "BT /F1 12 Tf (Budgeten: 900 000) Tj ET"));
            touch(catalog);
        });
        byte[] shadowed = SIGNER.sign(prepared, "sig_1", "Anna", "Åström");
        byte[] switched = Attacks.update(shadowed, pdf -> {
            COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
            pdf.getPage(0).getCOSObject().setItem(COSName.CONTENTS, catalog.getItem("PieceInfo"));
            touch(pdf.getPage(0).getCOSObject());
        });
        assertModified(switched, "The content of page 1 was changed.");
    }

    /** Shadow attack "hide and replace": an object that nothing defined is defined afterwards. */
    @Test
    void catchesADanglingReferenceFilledAfterSigning() {
        byte[] prepared = Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary page = pdf.getPage(0).getCOSObject();
            COSArray contents = new COSArray();
            contents.add(page.getItem(COSName.CONTENTS));
            contents.add(pdf.getDocument().getObjectFromPool(new COSObjectKey(900, 0)));
            page.setItem(COSName.CONTENTS, contents);
            touch(page);
        });
        byte[] shadowed = SIGNER.sign(prepared, "sig_1", "Anna", "Åström");
        String object = "900 0 obj\n<</Length 5>>\nstream\nBT ET\nendstream\nendobj\n";
        assertModified(
                Attacks.append(shadowed, update(shadowed, object, "900 1")), "The content of page 1 was changed.");
    }

    @Test
    void catchesAnAddedFieldThatIsNoSignature() {
        assertCaught(
                pdf -> {
                    COSDictionary field = new COSDictionary();
                    field.setItem(COSName.FT, COSName.SIG);
                    field.setString(COSName.T, "sneaky");
                    field.setItem(COSName.SUBTYPE, COSName.WIDGET);
                    field.setItem(COSName.RECT, new PDRectangle(72, 700, 300, 40).getCOSArray());
                    COSDictionary appearance = new COSDictionary();
                    appearance.setItem(COSName.N, form(pdf, "0 0 300 40 re f"));
                    field.setItem(COSName.AP, appearance);
                    COSDictionary form = pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
                    form.getCOSArray(COSName.FIELDS).add(field);
                    form.getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
                    touch(field, form);
                },
                "A field that is not a signature was added.");
    }

    @Test
    void catchesASignatureWhereTheCertificationAllowsNone() {
        byte[] sealed = SIGNER.certify(TestPdf.unsigned(), "sig_1", CertificationPermission.NO_CHANGE_PERMITTED);
        byte[] signedAnyway = Attacks.update(sealed, pdf -> {
            COSDictionary field =
                    pdf.getDocumentCatalog().getAcroForm(null).getField("sig_2").getCOSObject();
            COSDictionary signature = new COSDictionary();
            signature.setItem(COSName.TYPE, COSName.SIG);
            signature.setItem(COSName.CONTENTS, new COSString(new byte[] {0x30, 0}));
            field.setItem(COSName.V, signature);
            touch(field, signature);
        });
        ValidationResult result = validation.validate("attack.pdf", signedAnyway, Locale.ENGLISH);
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(result.warnings()).contains("A signature field was changed.");
    }

    private static void coverWithASquare(PDDocument pdf) throws IOException {
        PDPage page = pdf.getPage(0);
        PDAnnotationSquare square = new PDAnnotationSquare();
        square.setRectangle(new PDRectangle(60, 700, 400, 40));
        page.getAnnotations().add(square);
        touch(page.getCOSObject(), square.getCOSObject());
    }

    private static void touch(COSDictionary... dictionaries) {
        for (COSDictionary dictionary : dictionaries) {
            dictionary.setNeedToBeUpdated(true);
        }
    }

    private static void write(COSStream stream, String text) throws IOException {
        try (var out = stream.createOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static PDStream stream(PDDocument pdf, String text) throws IOException {
        return new PDStream(pdf, new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static COSStream form(PDDocument pdf, String content) throws IOException {
        COSStream form = stream(pdf, content).getCOSObject();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, new PDRectangle(0, 0, 300, 40).getCOSArray());
        return form;
    }

    private static String strayUpdate(byte[] pdf) {
        return update(pdf, "950 0 obj\n<</Stray true>>\nendobj\n", "950 1");
    }

    /** A well-formed incremental update of one object, written by hand because PDFBox writes nothing that is unused. */
    private static String update(byte[] pdf, String object, String subsection) {
        String text = Attacks.text(pdf);
        String previous = text.substring(text.lastIndexOf("startxref") + 9, text.lastIndexOf("%%EOF"))
                .strip();
        String root = text.substring(text.lastIndexOf("/Root"));
        root = root.substring(0, root.indexOf('R', 6) + 1);
        return object + "xref\n" + subsection + "\n" + "%010d 00000 n \n".formatted(pdf.length)
                + "trailer\n<</Size 1000 /Prev " + previous + " " + root + ">>\nstartxref\n"
                + (pdf.length + object.length()) + "\n%%EOF\n";
    }
}
