package se.justera.trust;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.Revocation;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import org.jspecify.annotations.Nullable;

/** Asks a second source of revocation data only where the first has none. */
final class FirstAnswering<R extends Revocation> implements RevocationSource<R> {

    private static final long serialVersionUID = 1L;

    private final RevocationSource<R> first;
    private final RevocationSource<R> second;

    FirstAnswering(RevocationSource<R> first, RevocationSource<R> second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public @Nullable RevocationToken<R> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        RevocationToken<R> token = first.getRevocationToken(certificate, issuer);
        return token != null ? token : second.getRevocationToken(certificate, issuer);
    }
}
