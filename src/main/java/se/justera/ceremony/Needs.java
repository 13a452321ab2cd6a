package se.justera.ceremony;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import se.justera.identification.Capacity;
import se.justera.identification.Claimant;
import se.justera.identification.Identification;
import se.justera.identification.Need;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;

/** Who has to be identified for what, in the words of {@code identification}. */
final class Needs {

    private Needs() {}

    static Claimant claimant(Participant person, MinutesView minutes) {
        return new Claimant(
                person.tenant(), person.id(), person.name(), person.email(), MinutesTitle.of(minutes.draft()));
    }

    static Need of(TaskStep step, Participant person) {
        return switch (step) {
            case REVIEW -> Need.review();
            case SIGN -> Need.signature(signing(person));
            default -> Need.news(all(person));
        };
    }

    /** In which the person signs. */
    static Set<Capacity> signing(Participant person) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        person.roles().forEach(role -> capacities.add(capacity(role)));
        return capacities;
    }

    private static Set<Capacity> all(Participant person) {
        Set<Capacity> capacities = signing(person);
        if (person.reviewer() || capacities.isEmpty()) {
            capacities.add(Capacity.REVIEWER);
        }
        return capacities;
    }

    private static Capacity capacity(SignatoryRole role) {
        return switch (role) {
            case SECRETARY -> Capacity.SECRETARY;
            case CHAIR -> Capacity.CHAIR;
            case ADJUSTER -> Capacity.ADJUSTER;
        };
    }

    /** What the audit trail keeps of it. */
    static Map<String, String> details(Identification identification) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("method", identification.method());
        details.put("level", identification.levelOfAssurance());
        if (identification.by() != null) {
            details.put("by", identification.by());
        }
        if (!identification.evidence().isEmpty()) {
            details.put("evidence", identification.evidence());
        }
        return details;
    }
}
