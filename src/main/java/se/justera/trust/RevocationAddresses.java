package se.justera.trust;

import java.net.URI;

/**
 * Where a revocable certificate says that its state can be asked for.
 *
 * @param crl of the issuing authority's CRL
 * @param ocsp of its OCSP responder
 */
record RevocationAddresses(URI crl, URI ocsp) {}
