package se.justera.identification;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom an association lets identify themselves how, and how surely before they sign.
 *
 * @param methods allowed in each capacity
 * @param leastForSigning no signature is made after a weaker identification
 * @param keySources whose keys sign in each capacity
 */
public record AssociationRules(
        Map<Capacity, Set<String>> methods, Level leastForSigning, Map<Capacity, String> keySources) {

    /** The key source that needs nobody else: a key for one signature. */
    public static final String ONE_TIME_KEY = "one-time-key";

    public AssociationRules {
        methods = Map.copyOf(methods);
        keySources = Map.copyOf(keySources);
    }

    /** A code by mail for everybody. */
    public static AssociationRules byMail() {
        Map<Capacity, Set<String>> methods = new EnumMap<>(Capacity.class);
        Map<Capacity, String> sources = new EnumMap<>(Capacity.class);
        for (Capacity capacity : Capacity.values()) {
            methods.put(capacity, Set.of(MailCodes.METHOD));
            sources.put(capacity, ONE_TIME_KEY);
        }
        return new AssociationRules(methods, Level.LOW, sources);
    }

    public Set<String> methods(Capacity capacity) {
        return new TreeSet<>(methods.getOrDefault(capacity, Set.of()));
    }

    public String keySource(Capacity capacity) {
        return keySources.getOrDefault(capacity, ONE_TIME_KEY);
    }

    /** What is otherwise than before, each as "before → now"; for the trail. */
    Map<String, String> changesSince(AssociationRules before) {
        Map<String, String> changes = new TreeMap<>();
        for (Capacity capacity : Capacity.values()) {
            note(changes, capacity + ".methods", before.methods(capacity), methods(capacity));
            note(changes, capacity + ".keySource", before.keySource(capacity), keySource(capacity));
        }
        note(changes, "leastForSigning", before.leastForSigning.named(), leastForSigning.named());
        return changes;
    }

    private static void note(Map<String, String> changes, String what, Object before, Object now) {
        if (!before.equals(now)) {
            changes.put(what, before + " → " + now);
        }
    }

    boolean allow(String method, Level level, Need need) {
        Stream<Capacity> capacities = need.capacities().stream();
        boolean allowed = need.anyWillDo()
                ? capacities.anyMatch(capacity -> methods(capacity).contains(method))
                : capacities.allMatch(capacity -> methods(capacity).contains(method));
        return allowed && (!need.toSign() || level.reaches(leastForSigning));
    }
}
