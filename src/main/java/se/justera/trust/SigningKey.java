package se.justera.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/** A private key that can be used but not read, with its certificate. */
public interface SigningKey {

    /** The key's certificate and those above it, as far as they are known: leaf first. */
    List<X509Certificate> chain();

    /**
     * Signs with the key.
     *
     * @param algorithm the JCA name of a signature algorithm that fits the key, e.g. {@code SHA256withECDSA}
     * @return the signature value, ECDSA as an ASN.1 sequence
     * @throws KeysUnusable if the key refuses
     */
    byte[] sign(String algorithm, byte[] data);
}
