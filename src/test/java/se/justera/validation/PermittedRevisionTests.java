package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.junit.jupiter.api.Test;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.ValidationResult.SignatureResult;

class PermittedRevisionTests {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final TestSigner signer = new TestSigner();
    private final Validation trusting =
            new StrictValidation(signer.anchors(), ValidationLimits.standard(), Clock.systemUTC());
    private final Validation trustingNobody =
            new StrictValidation(List.of(), ValidationLimits.standard(), Clock.systemUTC());

    @Test
    void acceptsThreeSignaturesOneAfterTheOther() {
        ValidationResult result = trusting.validate("p.pdf", signer.signedByThree(), SWEDISH);

        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.reason())
                .isEqualTo("Dokumentet är undertecknat av tre personer och har inte ändrats efter underskrifterna.");
        assertThat(result.pages()).isEqualTo(2);
        assertThat(result.signatures())
                .extracting(SignatureResult::changesAfter)
                .containsExactly(ChangesAfter.PERMITTED, ChangesAfter.PERMITTED, ChangesAfter.NONE);
        assertThat(result.signatures())
                .extracting(SignatureResult::coversWholeFile)
                .containsExactly(false, false, true);
        SignatureResult first = result.signatures().get(0);
        assertThat(first.role()).isEqualTo("Ordförande, Justerare");
        assertThat(first.signer().name()).isEqualTo("Anna Åström");
        assertThat(first.reason()).isEqualTo("Justering");
        assertThat(first.format()).isEqualTo("PAdES_BASELINE_T");
        assertThat(first.qualification()).isEqualTo("N/A");
        assertThat(result.timestamps()).hasSize(3).allMatch(timestamp -> timestamp.intact() && timestamp.trusted());
    }

    @Test
    void saysIntactButUntrustedWithoutAnchors() {
        ValidationResult result = trustingNobody.validate("p.pdf", signer.signedByThree(), Locale.ENGLISH);

        assertThat(result.verdict()).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(result.signatures()).allMatch(signature -> signature.intact() && !signature.trusted());
    }

    @Test
    void acceptsAnArchiveTimestampAndItsRenewal() {
        byte[] archived = signer.archive(signer.archive(signer.signedByThree()));

        assertThat(trusting.validate("p.pdf", archived, SWEDISH).warnings()).isEmpty();
        assertThat(trusting.validate("p.pdf", archived, SWEDISH).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void acceptsValidationDataBehindTheLastSignature() {
        ValidationResult result = trusting.validate("p.pdf", signer.validationData(signer.signedByThree()), SWEDISH);

        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures())
                .extracting(SignatureResult::changesAfter)
                .containsOnly(ChangesAfter.PERMITTED);
    }

    /** Object streams and cross-reference streams, in the document and in every update. */
    @Test
    void acceptsSignaturesAndValidationDataOnACompressedDocument() {
        byte[] signed = signer.sign(TestPdf.compressed(), "sig_1", "Anna", "Åström");
        byte[] signedByTwo = signer.sign(signed, "sig_2", "Bo", "Öberg");
        for (byte[] later : List.of(signer.validationData(signedByTwo), signer.archive(signedByTwo))) {
            ValidationResult result = trusting.validate("p.pdf", later, SWEDISH);
            assertThat(result.warnings()).isEmpty();
            assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void acceptsSignaturesOnACertifiedDocument() {
        byte[] sealed = signer.certify(TestPdf.unsigned(), "sig_1", CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        ValidationResult result = trusting.validate("p.pdf", signer.sign(sealed, "sig_2", "Anna", "Åström"), SWEDISH);

        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures()).extracting(SignatureResult::kind).containsExactly(Kind.SEAL, Kind.SIGNATURE);
        assertThat(result.reason())
                .isEqualTo(
                        "Dokumentet är förseglat och undertecknat av en person och har inte ändrats efter underskrifterna.");
    }

    /** ISO 32000-2, 12.8.2.2: whatever P says, validation data and time-stamps may come. */
    @Test
    void acceptsALongerLifeOfADocumentThatMayNotChange() {
        byte[] sealed = signer.certify(TestPdf.unsigned(), "sig_1", CertificationPermission.NO_CHANGE_PERMITTED);
        for (byte[] later : List.of(signer.validationData(sealed), signer.archive(sealed))) {
            ValidationResult result = trusting.validate("p.pdf", later, SWEDISH);
            assertThat(result.warnings()).isEmpty();
            assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        }
    }

    /** A form that its producer's reader may fill (ISO 32000-1, 12.8.2.3) is signed by nobody. */
    @Test
    void callsUsageRightsUnsigned() {
        byte[] rights = Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary right = new COSDictionary();
            right.setItem(COSName.TYPE, COSName.SIG);
            right.setItem(COSName.BYTERANGE, COSArray.ofCOSIntegers(List.of(0, 10, 20, 10)));
            COSDictionary permissions = new COSDictionary();
            permissions.setItem("UR3", right);
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.PERMS, permissions);
            pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        assertThat(trusting.validate("p.pdf", rights, SWEDISH).verdict()).isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void acceptsASignatureInAFieldThatCameWithIt() {
        ValidationResult result = trusting.validate("p.pdf", signer.signWithoutField(signer.signedByThree()), SWEDISH);

        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void callsALoneTimestampUnsigned() {
        ValidationResult result = trusting.validate("p.pdf", signer.timestamp(TestPdf.unsigned()), SWEDISH);

        assertThat(result.verdict()).isEqualTo(Verdict.UNSIGNED);
        assertThat(result.signatures()).isEmpty();
        assertThat(result.timestamps()).hasSize(1);
    }

    @Test
    void callsEmptyFieldsUnsigned() {
        assertThat(trusting.validate("p.pdf", TestPdf.unsigned(), SWEDISH).verdict())
                .isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void acceptsSignaturesInFieldsBelowOthers() {
        byte[] grouped = Attacks.update(TestPdf.unsigned(), pdf -> {
            COSDictionary form = pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
            COSArray fields = form.getCOSArray(COSName.FIELDS);
            COSDictionary group = new COSDictionary();
            group.setString(COSName.T, "justering");
            COSArray kids = new COSArray();
            for (int kid = 0; kid < 2; kid++) {
                COSBase field = fields.remove(1);
                kids.add(field);
                COSDictionary dictionary = (COSDictionary) ((COSObject) field).getObject();
                dictionary.setItem(COSName.PARENT, group);
                dictionary.setNeedToBeUpdated(true);
            }
            group.setItem(COSName.KIDS, kids);
            fields.add(group);
            fields.setNeedToBeUpdated(true);
            form.setNeedToBeUpdated(true);
            pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        byte[] signed = signer.sign(grouped, "justering.sig_1", "Anna", "Åström");
        ValidationResult result =
                trusting.validate("p.pdf", signer.sign(signed, "justering.sig_2", "Bo", "Öberg"), SWEDISH);

        assertThat(result.warnings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.signatures()).hasSize(2);
    }
}
