package se.justera.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a new archive time-stamp is added, {@code justera.preservation.*}.
 *
 * @param lead how long before the newest one gets weak; must leave time to mend what is wrong, such as an authority whose
 *     certificate is about to end
 * @param look how often to look again at the latest, so that an earlier end of an algorithm is noticed in time
 */
@ConfigurationProperties("justera.preservation")
record PreservationSettings(
        @DefaultValue("90d") Duration lead,
        @DefaultValue("30d") Duration look) {

    PreservationSettings {
        if (lead.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "justera.preservation.lead wants at least a day to mend what may be wrong, such as 90d");
        }
        if (look.compareTo(Duration.ofHours(1)) < 0 || look.compareTo(lead) > 0) {
            throw new IllegalArgumentException(
                    "justera.preservation.look is to lie between an hour and justera.preservation.lead, such as 30d");
        }
    }
}
