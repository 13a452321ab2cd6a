package se.justera.trust;

import java.util.List;
import java.util.Optional;

/** What the issuing authority tells anybody: its certificates, its CRL, and OCSP answers. */
public interface PublishedAuthority {

    /** The issuing authority's certificate and those above it, in DER. */
    List<byte[]> certificates();

    /** The issuing authority's CRL (RFC 5280), in DER, not older than a minute. */
    byte[] crl();

    /** The configured CRL of an authority above, e.g. the root; empty if there is none. */
    Optional<byte[]> crlOf(int level);

    /**
     * An OCSP response (RFC 6960), in DER.
     *
     * @param request untrusted bytes
     */
    byte[] ocsp(byte[] request);
}
