package se.justera.validation;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs as others do, with DSS as it comes: the documents of the tests, before anybody alters them. */
final class TestSigner {

    private final TestPki pki = new TestPki();
    private final PAdESService dss = new PAdESService(verifier());

    TestSigner() {
        TestPki.Identity authority = pki.timestampAuthority();
        KeyEntityTSPSource timestamps = new KeyEntityTSPSource(
                authority.keys().getPrivate(), authority.certificate(), List.of(authority.certificate(), pki.root()));
        timestamps.setTsaPolicy("1.2.3.4");
        dss.setTspSource(timestamps);
    }

    List<CertificateSource> anchors() {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(pki.root()));
        return List.of(anchors);
    }

    TestPki pki() {
        return pki;
    }

    private CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        anchors().forEach(verifier::addTrustedCertSources);
        return verifier;
    }

    /** B-T in an existing field. */
    byte[] sign(byte[] pdf, String field, String givenName, String surname, String... roles) {
        return sign(pdf, field, pki.person(givenName, surname), null, roles);
    }

    /** B-T in an existing field, with a qualified certificate. */
    byte[] signQualified(byte[] pdf, String field, boolean onADevice) {
        return sign(pdf, field, pki.qualified("Anna", "Åström", onADevice), null);
    }

    /** A certification signature (DocMDP). */
    byte[] certify(byte[] pdf, String field, CertificationPermission permission) {
        return sign(pdf, field, pki.seal("Provsamverkan"), permission);
    }

    /** A signature in a field that did not exist before; invisible. */
    byte[] signWithoutField(byte[] pdf) {
        return sign(pdf, null, pki.person("Ny", "Fältsson"), null);
    }

    /** A visible signature on the first page in a field that did not exist before; in points from its top left. */
    byte[] signOver(byte[] pdf, float left, float top, float width, float height) {
        PAdESSignatureParameters parameters = parameters(SignatureLevel.PAdES_BASELINE_T);
        SignatureFieldParameters place = parameters.getImageParameters().getFieldParameters();
        place.setPage(1);
        place.setOriginX(left);
        place.setOriginY(top);
        place.setWidth(width);
        place.setHeight(height);
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText("Budgeten: 900 000");
        parameters.getImageParameters().setTextParameters(text);
        return put(pdf, parameters, pki.person("Ny", "Fältsson"));
    }

    byte[] sign(byte[] pdf, String field, TestPki.Identity signer) {
        return sign(pdf, field, signer, null);
    }

    private byte[] sign(
            byte[] pdf,
            @Nullable String field,
            TestPki.Identity signer,
            @Nullable CertificationPermission permission,
            String... roles) {
        PAdESSignatureParameters parameters = parameters(SignatureLevel.PAdES_BASELINE_T);
        parameters.setReason("Justering");
        parameters.bLevel().setClaimedSignerRoles(new ArrayList<>(List.of(roles)));
        if (permission != null) {
            parameters.setPermission(permission);
        }
        if (field != null) {
            parameters.getImageParameters().setFieldParameters(field(field));
        }
        return put(pdf, parameters, signer);
    }

    private byte[] put(byte[] pdf, PAdESSignatureParameters parameters, TestPki.Identity signer) {
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                List.of(new CertificateToken(signer.certificate()), new CertificateToken(pki.root())));
        DSSDocument document = new InMemoryDocument(pdf);
        ToBeSigned data = dss.getDataToSign(document, parameters);
        SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), value(signer, data.getBytes()));
        return DSSUtils.toByteArray(dss.signDocument(document, parameters, value));
    }

    /** Long-term data and an archive time-stamp. */
    byte[] archive(byte[] pdf) {
        return DSSUtils.toByteArray(
                dss.extendDocument(new InMemoryDocument(pdf), parameters(SignatureLevel.PAdES_BASELINE_LTA)));
    }

    /** Long-term data only, behind the last signature. */
    byte[] validationData(byte[] pdf) {
        return DSSUtils.toByteArray(
                dss.extendDocument(new InMemoryDocument(pdf), parameters(SignatureLevel.PAdES_BASELINE_LT)));
    }

    /** A document time-stamp alone. */
    byte[] timestamp(byte[] pdf) {
        PAdESTimestampParameters parameters = new PAdESTimestampParameters(DigestAlgorithm.SHA256);
        return DSSUtils.toByteArray(dss.timestamp(new InMemoryDocument(pdf), parameters));
    }

    /** Empty signature fields filled by three people; the first with a role. */
    byte[] signedByThree() {
        byte[] pdf = sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström", "Ordförande", "Justerare");
        pdf = sign(pdf, "sig_2", "Bo", "Öberg", "Justerare");
        return sign(pdf, "sig_3", "Cecilia", "Ek", "Sekreterare");
    }

    private static SignatureFieldParameters field(String name) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setFieldId(name);
        return field;
    }

    private static PAdESSignatureParameters parameters(SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setContentSize(12_000);
        return parameters;
    }

    private static byte[] value(TestPki.Identity signer, byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.keys().getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
