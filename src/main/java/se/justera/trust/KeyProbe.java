package se.justera.trust;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tries a key before anybody depends on it. */
final class KeyProbe {

    private final TrustAnchors anchors;
    private final Clock clock;
    private final SecureRandom random;

    KeyProbe(TrustAnchors anchors, Clock clock, SecureRandom random) {
        this.anchors = anchors;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The key signs, its certificate fits, is valid now, and leads to a trust anchor.
     *
     * @throws KeysUnusable with a sentence that says what is wrong
     */
    StoredKey tried(StoredKey key) {
        tryValidity(key);
        tryChain(key);
        trySigning(key);
        return key;
    }

    private void tryValidity(StoredKey key) {
        Instant now = clock.instant();
        for (X509Certificate certificate : key.chain()) {
            Instant from = certificate.getNotBefore().toInstant();
            Instant until = certificate.getNotAfter().toInstant();
            if (now.isBefore(from) || now.isAfter(until)) {
                throw refused(
                        key,
                        "holds a certificate (%s) that is valid from %s to %s, not now"
                                .formatted(certificate.getSubjectX500Principal(), from, until));
            }
        }
    }

    private void tryChain(StoredKey key) {
        List<X509Certificate> chain = key.chain();
        for (int i = 0; i < chain.size(); i++) {
            if (Certificates.vouchedForBy(anchors.certificates(), chain.get(i))) {
                return;
            }
            if (i + 1 < chain.size() && !Certificates.signed(chain.get(i + 1), chain.get(i))) {
                throw refused(key, "holds a chain in which no. %d did not sign no. %d".formatted(i + 2, i + 1));
            }
        }
        throw refused(key, "does not lead to any of justera.trust.anchors; name its root there");
    }

    private void trySigning(StoredKey key) {
        byte[] probe = new byte[32];
        random.nextBytes(probe);
        String algorithm = SignatureAlgorithms.forKey(key.certificate().getPublicKey());
        byte[] value = key.sign(algorithm, probe);
        try {
            Signature verification = Signature.getInstance(algorithm);
            verification.initVerify(key.certificate().getPublicKey());
            verification.update(probe);
            if (!verification.verify(value)) {
                throw refused(key, "holds a private key that does not fit its certificate");
            }
        } catch (GeneralSecurityException e) {
            throw refused(key, "holds a private key that does not fit its certificate");
        }
    }

    private static KeysUnusable refused(StoredKey key, String why) {
        return new KeysUnusable(
                "The key store of %s %s.".formatted(key.setting().store(), why));
    }
}
