package se.justera.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import se.justera.trust.KeyRing;
import se.justera.trust.KeyState;
import se.justera.trust.ListState;
import se.justera.trust.TimeStampStandings;
import se.justera.trust.TrustedLists;

/**
 * Keys, authorities and lists as a detail of the health, for administrators. Something amiss here never makes the service
 * itself unhealthy: validation goes on, and another start would mend nothing.
 */
@Component
class TrustHealthIndicator implements HealthIndicator {

    private static final Status ATTENTION = new Status("ATTENTION", "somebody should look at keys and trust");
    private static final int SOON = 7;

    private final KeyRing keys;
    private final TimeStampStandings timeStamps;
    private final TrustedLists lists;
    private final Clock clock;

    TrustHealthIndicator(KeyRing keys, TimeStampStandings timeStamps, TrustedLists lists, Clock clock) {
        this.keys = keys;
        this.timeStamps = timeStamps;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        Map<String, Object> days = new LinkedHashMap<>();
        for (KeyState key : keys.states()) {
            days.put(key.name(), key.daysLeft(now));
        }
        Map<String, Object> refusals = new LinkedHashMap<>();
        for (TimeStampStandings.Standing standing : timeStamps.all()) {
            refusals.put(standing.authority(), standing.refuses() ? String.valueOf(standing.refusal()) : "ok");
        }
        List<String> unusable = lists.states().stream()
                .filter(list -> !list.usable())
                .map(TrustHealthIndicator::sentence)
                .toList();
        boolean attention = keys.states().stream().anyMatch(key -> key.daysLeft(now) < SOON)
                || timeStamps.all().stream().anyMatch(TimeStampStandings.Standing::refuses)
                || !unusable.isEmpty();
        return Health.status(attention ? ATTENTION : Status.UP)
                .withDetail("daysLeft", days)
                .withDetail("timeStamps", refusals)
                .withDetail("missingLists", unusable)
                .build();
    }

    private static String sentence(ListState list) {
        return list.label() + ": " + list.error();
    }
}
