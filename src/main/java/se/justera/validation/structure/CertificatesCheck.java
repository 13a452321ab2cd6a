package se.justera.validation.structure;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Certificates that came with a signature: each whose issuer is at hand carries the issuer's signature over its very
 * bytes. Nobody can say anything of one whose issuer is not, or whose algorithm nobody here knows.
 */
final class CertificatesCheck {

    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private final List<X509Certificate> anchors;
    private final Set<X509Certificate> genuine;
    private final Provider algorithms = DSSSecurityProvider.getSecurityProvider();

    CertificatesCheck(Collection<X509Certificate> anchors) {
        this.anchors = List.copyOf(anchors);
        this.genuine = new HashSet<>(anchors);
    }

    /** @param encoded the certificates of one container */
    boolean allGenuine(List<byte[]> encoded) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] certificate : encoded) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate)));
            }
        } catch (CertificateException e) {
            return false;
        }
        List<X509Certificate> issuers = new ArrayList<>(anchors);
        issuers.addAll(certificates);
        return certificates.stream().allMatch(certificate -> genuine(certificate, issuers));
    }

    private boolean genuine(X509Certificate certificate, List<X509Certificate> issuers) {
        if (genuine.contains(certificate)) {
            return true;
        }
        boolean denied = isACopyOfAnAnchor(certificate);
        for (X509Certificate issuer : issuers) {
            if (certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                Answer answer = signedBy(certificate, issuer);
                if (answer == Answer.YES) {
                    genuine.add(certificate);
                    return true;
                }
                denied |= answer == Answer.NO;
            }
        }
        return !denied;
    }

    /** An anchor's key in a certificate that is not the anchor: it must have an issuer, or it was altered. */
    private boolean isACopyOfAnAnchor(X509Certificate certificate) {
        return anchors.stream().anyMatch(anchor -> anchor.getPublicKey().equals(certificate.getPublicKey()));
    }

    private Answer signedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), algorithms);
            return Answer.YES;
        } catch (SignatureException | CertificateException e) {
            return Answer.NO;
        } catch (GeneralSecurityException | RuntimeException e) {
            return Answer.UNKNOWN;
        }
    }
}
