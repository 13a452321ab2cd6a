package se.justera.trust;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The certificates of the issuing authority that can be revoked: those in the register, and those of the settings. */
final class KnownCertificates {

    private final CertificateRegister register;
    private final Set<BigInteger> configured;

    KnownCertificates(ConfiguredKeys keys, CertificateRegister register) {
        X509Certificate issuer = keys.issuingCa().certificate();
        this.register = register;
        this.configured = keys.all()
                .map(StoredKey::certificate)
                .filter(certificate -> Certificates.signed(issuer, certificate))
                .map(X509Certificate::getSerialNumber)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean knows(BigInteger serial) {
        return configured.contains(serial) || register.knows(serial);
    }

    Optional<Revocation> revocation(BigInteger serial) {
        return register.revoked(serial);
    }
}
