package se.justera.trust;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.springframework.core.io.Resource;

/** Reads certificates and says which of them vouch for which. */
final class Certificates {

    private Certificates() {}

    /** All certificates of a file, PEM (one or more) or DER. */
    static List<X509Certificate> read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | CertificateException e) {
            throw new KeysUnusable(
                    "The certificate that justera.trust.anchors names (%s) cannot be read: %s."
                            .formatted(file.getDescription(), e.getMessage()),
                    e);
        }
    }

    /** Whom it names, for people. */
    static String subject(X509Certificate certificate) {
        return certificate
                .getSubjectX500Principal()
                .getName(X500Principal.RFC2253, Map.of("2.5.4.97", "organizationIdentifier"));
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new KeysUnusable("A certificate cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether the certificate is one of those, or signed by one of them. */
    static boolean vouchedForBy(Collection<X509Certificate> authorities, X509Certificate certificate) {
        return authorities.stream().anyMatch(ca -> ca.equals(certificate) || signed(ca, certificate));
    }

    static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
