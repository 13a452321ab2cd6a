package se.justera.signing;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import se.justera.trust.SigningKey;
import se.justera.trust.TestTrust;

/** Signs as somebody outside does, in a field of their own, with DSS as it comes. */
final class ForeignSigner {

    private ForeignSigner() {}

    static byte[] sign(byte[] pdf) {
        return put(pdf, null);
    }

    static byte[] certify(byte[] pdf, CertificationPermission permission) {
        return put(pdf, permission);
    }

    private static byte[] put(byte[] pdf, @Nullable CertificationPermission permission) {
        SigningKey key = TestTrust.sample(Clock.systemUTC()).keys().seal(null);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.chain().get(0)));
        if (permission != null) {
            parameters.setPermission(permission);
        }
        PAdESService dss = new PAdESService(new CommonCertificateVerifier());
        DSSDocument document = new InMemoryDocument(pdf);
        byte[] value = key.sign(
                parameters.getSignatureAlgorithm().getJCEId(),
                dss.getDataToSign(document, parameters).getBytes());
        return DSSUtils.toByteArray(
                dss.signDocument(document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value)));
    }
}
