package se.justera.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks time-stamping authorities one after the other until one gives a time-stamp; remembers how each answered last. */
final class FirstWillingTsa implements TSPSource, TimeStampStandings {

    private static final long serialVersionUID = 1L;

    private static final Logger log = LoggerFactory.getLogger(FirstWillingTsa.class);

    private final transient Map<String, TSPSource> authorities;
    private final transient Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final transient Clock clock;

    /**
     * Asks these.
     *
     * @param authorities by the name under which they are spoken of, in the order in which they are asked
     */
    FirstWillingTsa(Map<String, TSPSource> authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        StringJoiner answers = new StringJoiner("; ");
        RuntimeException last = new IllegalStateException("no authority is configured");
        for (Map.Entry<String, TSPSource> authority : authorities.entrySet()) {
            String name = authority.getKey();
            try {
                TimestampBinary stamp = authority.getValue().getTimeStampResponse(algorithm, digest);
                remember(name, standing -> standing.gave(clock.instant()));
                return stamp;
            } catch (RuntimeException e) {
                String why = String.valueOf(e.getMessage());
                log.warn("no time-stamp from {}: {}", name, why);
                remember(name, standing -> standing.refused(clock.instant(), why));
                answers.add(name + ": " + why);
                last = e;
            }
        }
        throw new TimeStampRefused("No time-stamp could be had. " + answers, last);
    }

    private void remember(String name, UnaryOperator<Standing> change) {
        standings.compute(name, (key, known) -> change.apply(known == null ? Standing.fresh(name) : known));
    }

    @Override
    public List<Standing> all() {
        return authorities.keySet().stream()
                .map(name -> standings.getOrDefault(name, Standing.fresh(name)))
                .toList();
    }
}
