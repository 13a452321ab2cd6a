package se.justera.validation;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SerializableTimestampParameters;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.signature.MultipleDocumentsSignatureService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;

/** Signs other files than PDFs as others do, with DSS as it comes (level B-B). */
final class OtherSigner {

    static final byte[] TEXT = "Budget: 900 000 kronor".getBytes(StandardCharsets.UTF_8);
    static final byte[] XML =
            "<protokoll><beslut>Budget: 900 000 kronor</beslut></protokoll>".getBytes(StandardCharsets.UTF_8);

    private final TestPki pki;
    private final TestPki.Identity signer;
    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier();

    OtherSigner(TestPki pki) {
        this.pki = pki;
        this.signer = pki.person("Åsa", "Öhrn");
    }

    byte[] xades(byte[] document, SignaturePackaging packaging) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(packaging);
        return sign(new XAdESService(verifier), parameters, document, "protokoll.xml");
    }

    byte[] cades(SignaturePackaging packaging) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignaturePackaging(packaging);
        return sign(new CAdESService(verifier), parameters, TEXT, "protokoll.txt");
    }

    byte[] jades(JWSSerializationType form) {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.JAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setJwsSerializationType(form);
        return sign(new JAdESService(verifier), parameters, TEXT, "protokoll.txt");
    }

    byte[] asicWithCades(ASiCContainerType type, byte[]... files) {
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.aSiC().setContainerType(type);
        return sign(new ASiCWithCAdESService(verifier), parameters, files);
    }

    byte[] asicWithXades(ASiCContainerType type, byte[]... files) {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.aSiC().setContainerType(type);
        return sign(new ASiCWithXAdESService(verifier), parameters, files);
    }

    private <P extends AbstractSignatureParameters<?>, T extends SerializableTimestampParameters> byte[] sign(
            DocumentSignatureService<P, T> service, P parameters, byte[] document, String name) {
        prepare(parameters);
        DSSDocument file = new InMemoryDocument(document, name);
        SignatureValue value =
                value(parameters, service.getDataToSign(file, parameters).getBytes());
        return DSSUtils.toByteArray(service.signDocument(file, parameters, value));
    }

    private <P extends AbstractSignatureParameters<?>, T extends SerializableTimestampParameters> byte[] sign(
            MultipleDocumentsSignatureService<P, T> service, P parameters, byte[]... documents) {
        prepare(parameters);
        List<DSSDocument> files = new ArrayList<>();
        for (byte[] document : documents) {
            files.add(new InMemoryDocument(document, "fil-" + (files.size() + 1) + ".txt"));
        }
        SignatureValue value =
                value(parameters, service.getDataToSign(files, parameters).getBytes());
        return DSSUtils.toByteArray(service.signDocument(files, parameters, value));
    }

    private void prepare(AbstractSignatureParameters<?> parameters) {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                List.of(new CertificateToken(signer.certificate()), new CertificateToken(pki.root())));
    }

    private SignatureValue value(AbstractSignatureParameters<?> parameters, byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.keys().getPrivate());
            signature.update(data);
            return new SignatureValue(parameters.getSignatureAlgorithm(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
