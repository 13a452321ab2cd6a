package se.justera.validation.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.util.Selector;

/** The certificate in a signature container that its signer's identifier names (RFC 5652, 5.3). */
final class SignersCertificate {

    private SignersCertificate() {}

    static Optional<X509Certificate> in(byte[] container) {
        try {
            CMSSignedData signed = new CMSSignedData(container);
            for (SignerInformation signer : signed.getSignerInfos()) {
                @SuppressWarnings("unchecked") // a signer's identifier selects certificates
                Selector<X509CertificateHolder> identifier = signer.getSID();
                for (X509CertificateHolder holder : signed.getCertificates().getMatches(identifier)) {
                    return Optional.of(certificate(holder));
                }
            }
            return Optional.empty();
        } catch (CMSException | CertificateException | IOException | RuntimeException e) {
            return Optional.empty(); // what is wrong with it is said elsewhere
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder)
            throws CertificateException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
