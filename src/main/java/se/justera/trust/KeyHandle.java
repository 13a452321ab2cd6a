package se.justera.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Where a key lives: in a file's bytes or in a device that keeps it to itself. */
interface KeyHandle {

    /** The key's certificate and those above it, leaf first. */
    List<X509Certificate> chain();

    /** @param algorithm the JCA name of a signature algorithm that fits the key */
    byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException;
}
