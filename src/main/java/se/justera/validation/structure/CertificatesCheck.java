package se.justera.validation.structure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Certificates that came with a signature: each whose issuer is at hand carries the issuer's signature. Nobody can say
 * anything of one whose issuer is not.
 */
final class CertificatesCheck {

    private final List<X509CertificateHolder> anchors = new ArrayList<>();
    private final Set<X509CertificateHolder> genuine = new HashSet<>();
    private final JcaContentVerifierProviderBuilder verifiers =
            new JcaContentVerifierProviderBuilder().setProvider(new BouncyCastleProvider());

    CertificatesCheck(Collection<X509Certificate> anchors) {
        try {
            for (X509Certificate anchor : anchors) {
                this.anchors.add(new JcaX509CertificateHolder(anchor));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("an anchor cannot be encoded", e);
        }
        genuine.addAll(this.anchors);
    }

    boolean allGenuine(List<X509CertificateHolder> certificates) {
        List<X509CertificateHolder> issuers = new ArrayList<>(anchors);
        issuers.addAll(certificates);
        return certificates.stream().allMatch(certificate -> genuine(certificate, issuers));
    }

    private boolean genuine(X509CertificateHolder certificate, List<X509CertificateHolder> issuers) {
        if (genuine.contains(certificate)) {
            return true;
        }
        boolean issuerAtHand = isACopyOfAnAnchor(certificate);
        for (X509CertificateHolder issuer : issuers) {
            if (certificate.getIssuer().equals(issuer.getSubject())) {
                issuerAtHand = true;
                if (signedBy(certificate, issuer)) {
                    genuine.add(certificate);
                    return true;
                }
            }
        }
        return !issuerAtHand;
    }

    /** An anchor's key in a certificate that is not the anchor: it must have an issuer, or it was altered. */
    private boolean isACopyOfAnAnchor(X509CertificateHolder certificate) {
        return anchors.stream()
                .anyMatch(anchor -> sameKey(anchor.getSubjectPublicKeyInfo(), certificate.getSubjectPublicKeyInfo()));
    }

    private static boolean sameKey(SubjectPublicKeyInfo one, SubjectPublicKeyInfo other) {
        try {
            return Arrays.equals(one.getEncoded(), other.getEncoded());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean signedBy(X509CertificateHolder certificate, X509CertificateHolder issuer) {
        ContentVerifierProvider verifier;
        try {
            verifier = verifiers.build(issuer);
            verifier.get(certificate.getSignatureAlgorithm());
        } catch (OperatorCreationException | CertificateException e) {
            // an algorithm that nobody here knows: nothing can be said
            return true;
        }
        try {
            return certificate.isSignatureValid(verifier);
        } catch (CertException e) {
            return false;
        }
    }
}
