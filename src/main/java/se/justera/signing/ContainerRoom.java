package se.justera.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The time-stamps, and by their length how many bytes a document keeps free for the next signature. What stays free is
 * written as zeros, two for each byte, and read with every later look at the document.
 */
final class ContainerRoom implements TSPSource {

    private static final long serialVersionUID = 1L;

    /** Enough for a signature with its time-stamp, also with the RSA certificates of an external authority. */
    static final int AMPLE = 12 * 1024;

    /** What a container says besides certificates and the time-stamp, several times over. */
    private static final int ELSE = 2048;

    private final TSPSource authority;
    private volatile int longest;

    ContainerRoom(TSPSource authority) {
        this.authority = authority;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimestampBinary timestamp = authority.getTimeStampResponse(algorithm, digest);
        longest = Math.max(longest, timestamp.getBytes().length);
        return timestamp;
    }

    int forTimestamp() {
        int known = longest;
        return known == 0 ? AMPLE : known + known / 4;
    }

    int forSignature(List<X509Certificate> chain) {
        return longest == 0 ? AMPLE : forTimestamp() + ELSE + length(chain);
    }

    /** It was too little. */
    void more() {
        longest = Math.max(longest, AMPLE);
    }

    private static int length(List<X509Certificate> chain) {
        try {
            int length = 0;
            for (X509Certificate certificate : chain) {
                length += certificate.getEncoded().length;
            }
            return length;
        } catch (CertificateEncodingException e) {
            throw new SigningFailed("The certificates of the key cannot be written.", e);
        }
    }
}
