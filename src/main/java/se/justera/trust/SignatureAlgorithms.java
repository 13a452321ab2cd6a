package se.justera.trust;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;

/** Which signature algorithm goes with a key (ETSI TS 119 312). */
final class SignatureAlgorithms {

    private SignatureAlgorithms() {}

    /** The JCA name: SHA-256 up to P-256 and for RSA, SHA-384 for larger curves. */
    static String forKey(Key key) {
        if (key instanceof ECKey ec) {
            return ec.getParams().getOrder().bitLength() > 256 ? "SHA384withECDSA" : "SHA256withECDSA";
        }
        if (key instanceof RSAKey) {
            return "SHA256withRSA";
        }
        throw new KeysUnusable("Keys are EC or RSA, not " + key.getAlgorithm() + ".");
    }
}
