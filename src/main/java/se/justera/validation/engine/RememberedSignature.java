package se.justera.validation.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Sha256;

/**
 * A signature algorithm that is not asked again what it has answered: the same algorithm, key and signature, to the byte,
 * over data with the same SHA-256. DSS looks for an issuer by trying all keys, so most of what it asks is wrong each time.
 * Signing is passed on.
 */
final class RememberedSignature extends SignatureSpi {

    private final String algorithm;
    private final Signature plain;
    private final VerifiedBefore verified;
    private final MessageDigest signed;
    private @Nullable PublicKey key;

    RememberedSignature(String algorithm, Provider provider, VerifiedBefore verified) throws NoSuchAlgorithmException {
        this.algorithm = algorithm;
        this.plain = Signature.getInstance(algorithm, provider);
        this.verified = verified;
        this.signed = MessageDigest.getInstance("SHA-256");
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
        key = null; // a key that is refused leaves none behind
        plain.initVerify(publicKey);
        key = publicKey;
        signed.reset();
    }

    @Override
    protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
        plain.initSign(privateKey);
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
        plain.update(b);
        signed.update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
        plain.update(bytes, offset, length);
        signed.update(bytes, offset, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        return plain.sign();
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
        PublicKey asked = key;
        if (asked == null || asked.getEncoded() == null) {
            return plain.verify(signature);
        }
        Sha256 verification = verification(asked.getEncoded(), signature);
        Boolean known = verified.answer(verification);
        if (known != null) {
            startAnew(asked);
            return known;
        }
        boolean right = plain.verify(signature);
        verified.add(verification, right);
        return right;
    }

    /** Each part with its length, so that no two verifications are written alike. */
    private Sha256 verification(byte[] asked, byte[] signature) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (DataOutputStream parts = new DataOutputStream(written)) {
            parts.writeUTF(algorithm);
            for (byte[] part : List.of(asked, signed.digest(), signature)) {
                parts.writeInt(part.length);
                parts.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return Sha256.of(written.toByteArray());
    }

    /** A verification leaves the algorithm as it was when it was begun. */
    private void startAnew(PublicKey asked) throws SignatureException {
        try {
            plain.initVerify(asked);
        } catch (InvalidKeyException e) {
            throw new SignatureException(e);
        }
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
        plain.setParameter(parameters);
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException(name);
    }
}
