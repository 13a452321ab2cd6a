package se.justera.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import javax.security.auth.DestroyFailedException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import se.justera.trust.CertificateAuthority;
import se.justera.trust.CertificateSubject;

/**
 * A P-256 key that exists for one signature: it is made and certified here, never leaves this object, signs once, and is
 * gone when this is closed.
 */
final class OneTimeKey implements PersonalKey {

    /** Bouncy Castle is four times as quick with P-256 as the provider of Java 17. */
    private static final Provider QUICK = new BouncyCastleProvider();

    private final List<X509Certificate> chain;
    private @Nullable PrivateKey key;

    private OneTimeKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    static OneTimeKey make(CertificateAuthority authority, CertificateSubject subject, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", QUICK);
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair keys = generator.generateKeyPair();
            return new OneTimeKey(keys.getPrivate(), authority.issue(keys.getPublic(), subject));
        } catch (GeneralSecurityException e) {
            throw new SigningFailed("This Java cannot make P-256 keys.", e);
        }
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) {
        PrivateKey once = key;
        if (once == null) {
            throw new IllegalStateException("a one-time key signs once");
        }
        try {
            Signature signature = Signature.getInstance(algorithm, QUICK);
            signature.initSign(once);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningFailed("The one-time key does not sign with " + algorithm + ".", e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        PrivateKey used = key;
        key = null;
        if (used != null) {
            wipe(used);
        }
    }

    private static void wipe(PrivateKey used) {
        try {
            used.destroy();
        } catch (DestroyFailedException e) {
            // EC keys cannot be overwritten; with the last reference gone the memory is collected.
            return;
        }
    }
}
