package se.justera.desk.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import se.justera.identification.AssociationRules;
import se.justera.identification.Capacity;
import se.justera.identification.Level;
import se.justera.identification.Offer;

/**
 * The rules as they were ticked.
 *
 * @param typed {@code methods.CAPACITY} (several), {@code source.CAPACITY}, {@code least}
 * @param methods those there are
 * @param sources those there are
 */
record IdentificationForm(MultiValueMap<String, String> typed, List<Offer> methods, List<String> sources) {

    /** What was ticked, as far as it exists. */
    AssociationRules rules() {
        Map<Capacity, Set<String>> allowed = new EnumMap<>(Capacity.class);
        Map<Capacity, String> keys = new EnumMap<>(Capacity.class);
        for (Capacity capacity : Capacity.values()) {
            Set<String> ticked = new HashSet<>(typed.getOrDefault("methods." + capacity, List.of()));
            ticked.retainAll(methods.stream().map(Offer::method).collect(Collectors.toSet()));
            allowed.put(capacity, ticked);
            String source = typed.getOrDefault("source." + capacity, List.of()).stream()
                    .filter(sources::contains)
                    .findFirst()
                    .orElse(AssociationRules.ONE_TIME_KEY);
            keys.put(capacity, source);
        }
        return new AssociationRules(allowed, least(), keys);
    }

    /** The keys of the sentences that say what cannot be: nobody may be left without a way to do their task. */
    List<String> faults() {
        AssociationRules wanted = rules();
        List<String> faults = new ArrayList<>();
        for (Capacity capacity : Capacity.values()) {
            Set<String> allowed = wanted.methods(capacity);
            boolean strong = methods.stream()
                    .anyMatch(method ->
                            allowed.contains(method.method()) && method.level().reaches(wanted.leastForSigning()));
            String end = capacity.name().toLowerCase(Locale.ROOT);
            if (allowed.isEmpty()) {
                faults.add("desk.identification.fault.none." + end);
            } else if (capacity != Capacity.REVIEWER && !strong) {
                faults.add("desk.identification.fault.weak." + end);
            }
        }
        return faults;
    }

    private Level least() {
        try {
            return Level.of(String.valueOf(typed.getFirst("least")));
        } catch (IllegalArgumentException e) {
            return Level.LOW;
        }
    }
}
