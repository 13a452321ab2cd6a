package se.justera.trust;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** Lets Bouncy Castle sign with a key that only answers to {@link SigningKey#sign}. */
final class KeyContentSigner implements ContentSigner {

    private final SigningKey key;
    private final String algorithm;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    KeyContentSigner(SigningKey key, String algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
    }

    @Override
    public OutputStream getOutputStream() {
        return data;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(algorithm, data.toByteArray());
    }
}
