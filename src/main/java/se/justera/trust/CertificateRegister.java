package se.justera.trust;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What the issuing authority has issued with revocation, and what of it is revoked. */
interface CertificateRegister {

    void issued(X509Certificate certificate);

    boolean knows(BigInteger serial);

    /** Newest first. */
    List<Revocation> revoked();

    Optional<Revocation> revoked(BigInteger serial);

    /** Does nothing if it is revoked already, and says so with false. */
    boolean revoke(Revocation revocation);
}
