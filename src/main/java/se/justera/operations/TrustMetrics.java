package se.justera.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;
import se.justera.trust.KeyRing;
import se.justera.trust.KeyState;
import se.justera.trust.TimeStampStandings;
import se.justera.trust.TrustedLists;

/** Days that each key has left, authorities that refuse, lists that are missing: for whoever draws curves and alarms. */
@Component
class TrustMetrics implements MeterBinder {

    private final KeyRing keys;
    private final TimeStampStandings timeStamps;
    private final TrustedLists lists;
    private final Clock clock;

    TrustMetrics(KeyRing keys, TimeStampStandings timeStamps, TrustedLists lists, Clock clock) {
        this.keys = keys;
        this.timeStamps = timeStamps;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (KeyState key : keys.states()) {
            Gauge.builder("justera.key.expiry", key, state -> state.daysLeft(clock.instant()))
                    .tag("key", key.name())
                    .baseUnit("days")
                    .description("Days until the key's certificate or one above it expires")
                    .strongReference(true)
                    .register(registry);
        }
        Gauge.builder("justera.tsa.refusing", timeStamps, TrustMetrics::refusing)
                .description("Time-stamping authorities whose last answer was a refusal")
                .register(registry);
        Gauge.builder("justera.lists.missing", lists, all -> all.missing().size())
                .description("Trusted lists that cannot be used")
                .register(registry);
    }

    private static long refusing(TimeStampStandings timeStamps) {
        return timeStamps.all().stream()
                .filter(TimeStampStandings.Standing::refuses)
                .count();
    }
}
