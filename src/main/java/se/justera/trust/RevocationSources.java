package se.justera.trust;

import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import java.util.Optional;

/**
 * Where revocation data comes from when a signature is given its long-term data.
 *
 * @param crls the configured lists; then those that certificates point to, where external time-stamps are used
 * @param ocsp only where external time-stamps are used
 */
public record RevocationSources(RevocationSource<CRL> crls, Optional<RevocationSource<OCSP>> ocsp) {}
