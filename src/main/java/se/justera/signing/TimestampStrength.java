package se.justera.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSPKUtils;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.springframework.stereotype.Component;
import se.justera.trust.TrustAnchors;

/** The weakest link of the newest archive time-stamp: a certificate that ends, or an algorithm. */
@Component
final class TimestampStrength implements ArchiveTimestamps {

    /** Longer than any chain; a circle of certificates ends here too. */
    private static final int LONGEST_CHAIN = 8;

    private final CryptographicSuites suites;
    private final TrustAnchors anchors;

    TimestampStrength(CryptographicSuites suites, TrustAnchors anchors) {
        this.suites = suites;
        this.anchors = anchors;
    }

    @Override
    public Instant strongUntil(byte[] preservedPdf) {
        NewestTimestamp newest = NewestTimestamp.in(preservedPdf);
        Stream<Instant> ends =
                Stream.concat(endsOfTheToken(newest), chain(newest).stream().flatMap(this::ends));
        return ends.min(Instant::compareTo).orElseThrow();
    }

    private Stream<Instant> endsOfTheToken(NewestTimestamp newest) {
        SignerInformation signer = newest.token()
                .toCMSSignedData()
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next();
        String imprint =
                newest.token().getTimeStampInfo().getMessageImprintAlgOID().getId();
        return Stream.of(
                endOf(DigestAlgorithm.forOID(imprint)),
                endOf(DigestAlgorithm.forOID(signer.getDigestAlgOID())),
                endOf(
                        encryption(signer, newest.certificate().getPublicKey()),
                        newest.certificate().getPublicKey()));
    }

    /** PKCS#1 v1.5 and PSS share the key's algorithm; the signature says which of them it is. */
    private static EncryptionAlgorithm encryption(SignerInformation signer, PublicKey key) {
        boolean pss = PKCSObjectIdentifiers.id_RSASSA_PSS.getId().equals(signer.getEncryptionAlgOID());
        return pss ? EncryptionAlgorithm.RSASSA_PSS : EncryptionAlgorithm.forKey(key);
    }

    /** Of a certificate, and of the algorithms with which its issuer signed it. */
    private Stream<Instant> ends(CertificateToken certificate) {
        SignatureAlgorithm algorithm = certificate.getSignatureAlgorithm();
        PublicKey issuer = certificate.getPublicKeyOfTheSigner();
        return Stream.of(
                certificate.getNotAfter().toInstant(),
                endOf(algorithm.getDigestAlgorithm()),
                // nobody known has signed it: the anchor is missing, which is for the validation to say
                issuer == null ? CryptographicSuites.NO_END_SET : endOf(algorithm.getEncryptionAlgorithm(), issuer));
    }

    private Instant endOf(DigestAlgorithm digest) {
        return suites.weakFrom(digest.getName(), 0);
    }

    private Instant endOf(EncryptionAlgorithm algorithm, PublicKey key) {
        return suites.weakFrom(algorithm.getName(), DSSPKUtils.getPublicKeySize(key));
    }

    /** From the authority's certificate up to the last below an anchor. */
    private List<CertificateToken> chain(NewestTimestamp newest) {
        List<CertificateToken> chain = new ArrayList<>();
        Optional<CertificateToken> next = Optional.of(new CertificateToken(newest.certificate()));
        while (next.isPresent() && chain.size() < LONGEST_CHAIN && !isAnchor(next.get())) {
            chain.add(next.get());
            next = issuer(next.get(), newest.others());
        }
        return chain;
    }

    private boolean isAnchor(CertificateToken certificate) {
        return anchors.certificates().contains(certificate.getCertificate());
    }

    private Optional<CertificateToken> issuer(CertificateToken certificate, List<X509Certificate> candidates) {
        return Stream.concat(anchors.certificates().stream(), candidates.stream())
                .map(CertificateToken::new)
                .filter(candidate -> certificate.isSignedBy(candidate) && !candidate.equals(certificate))
                .findFirst();
    }
}
