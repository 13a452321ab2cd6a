package se.justera.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Issues one-time certificates to people who have just been identified. */
public interface CertificateAuthority {

    /**
     * A certificate that is valid for some minutes from now and cannot be revoked (ETSI EN 319 412-1, 5.2; RFC 9608). It
     * says in an AuthContextExtension (RFC 7773) how the person was identified.
     *
     * @return the certificate and those above it, leaf first
     * @throws KeysUnusable if the authority's key refuses or its own certificate has expired
     */
    List<X509Certificate> issue(PublicKey key, CertificateSubject subject);
}
