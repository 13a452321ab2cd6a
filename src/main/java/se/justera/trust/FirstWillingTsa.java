package se.justera.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.util.Map;
import java.util.StringJoiner;

/** Asks time-stamping authorities one after the other until one gives a time-stamp. */
final class FirstWillingTsa implements TSPSource {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, TSPSource> authorities;

    /**
     * Asks these.
     *
     * @param authorities by the name under which they are spoken of, in the order in which they are asked
     */
    FirstWillingTsa(Map<String, TSPSource> authorities) {
        this.authorities = authorities;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        StringJoiner answers = new StringJoiner("; ");
        RuntimeException last = new IllegalStateException("no authority is configured");
        for (Map.Entry<String, TSPSource> authority : authorities.entrySet()) {
            try {
                return authority.getValue().getTimeStampResponse(algorithm, digest);
            } catch (RuntimeException e) {
                answers.add(authority.getKey() + ": " + e.getMessage());
                last = e;
            }
        }
        throw new TimeStampRefused("No time-stamp could be had. " + answers, last);
    }
}
