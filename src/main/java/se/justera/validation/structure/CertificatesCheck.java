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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

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
            CertificateFactory factory = CertificateFactory.getInstance("X.509", algorithms);
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
        boolean denied = isAnAlteredAnchor(certificate);
        for (X509Certificate issuer : issuers) {
            if (certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                Answer answer = signedBy(certificate, issuer);
                if (answer == Answer.YES) {
                    genuine.add(certificate);
                    return true;
                }
                denied |= answer == Answer.NO && mustBeBy(issuer, certificate);
            }
        }
        return !denied;
    }

    /** A copy of an anchor in which something differs; another authority's certificate for its key has a number of its own. */
    private boolean isAnAlteredAnchor(X509Certificate certificate) {
        return anchors.stream()
                .filter(anchor -> Objects.equals(anchor.getPublicKey(), certificate.getPublicKey()))
                .anyMatch(anchor -> anchor.getSerialNumber().equals(certificate.getSerialNumber())
                        || Arrays.equals(anchor.getSignature(), certificate.getSignature()));
    }

    /**
     * Whether this issuer's key is meant, and not that of another authority of the same name or of the same one before it
     * got a new key (RFC 5280, 4.2.1.1). Anchors must be named by their key: whoever is trusted here, the file is the same.
     */
    private boolean mustBeBy(X509Certificate issuer, X509Certificate certificate) {
        Optional<byte[]> meant = extension(certificate, Extension.authorityKeyIdentifier)
                .map(octets -> AuthorityKeyIdentifier.getInstance(octets).getKeyIdentifierOctets());
        Optional<byte[]> own = extension(issuer, Extension.subjectKeyIdentifier)
                .map(octets -> SubjectKeyIdentifier.getInstance(octets).getKeyIdentifier());
        boolean bothNamed = meant.isPresent() && own.isPresent();
        return bothNamed ? Arrays.equals(meant.get(), own.get()) : !anchors.contains(issuer);
    }

    private static Optional<byte[]> extension(X509Certificate certificate, ASN1ObjectIdentifier name) {
        return Optional.ofNullable(certificate.getExtensionValue(name.getId()))
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
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
