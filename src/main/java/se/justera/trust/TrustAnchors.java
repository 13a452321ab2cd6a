package se.justera.trust;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** The certificates that are trusted as they are. */
public final class TrustAnchors {

    private final List<X509Certificate> certificates;
    private final CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();

    private TrustAnchors(Collection<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
        certificates.forEach(certificate -> source.addCertificate(new CertificateToken(certificate)));
    }

    /** Trusts these and no others; nothing, if there are none. */
    public static TrustAnchors of(Collection<X509Certificate> certificates) {
        return new TrustAnchors(certificates);
    }

    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** Whom a certificate names, for people. */
    public static String subject(X509Certificate certificate) {
        return Certificates.subject(certificate);
    }

    /** A certificate in DER, as its fingerprint is taken of. */
    public static byte[] encoded(X509Certificate certificate) {
        return Certificates.encoded(certificate);
    }

    /** The same for DSS, as a trusted source. Shared: do not add to it. */
    public CertificateSource source() {
        return source;
    }
}
