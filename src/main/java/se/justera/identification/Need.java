package se.justera.identification;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an identification is wanted for.
 *
 * @param capacities in which the person acts; the association must allow the method for each of them
 * @param toSign whether the association's least level for signing counts
 * @param anyWillDo whether it is enough that the method is allowed for one of the capacities: to be told how it went
 */
public record Need(Set<Capacity> capacities, boolean toSign, boolean anyWillDo) {

    public Need {
        if (capacities.isEmpty()) {
            throw new IllegalArgumentException("somebody acts in some capacity");
        }
        capacities = Set.copyOf(capacities);
    }

    public static Need review() {
        return new Need(EnumSet.of(Capacity.REVIEWER), false, false);
    }

    public static Need signature(Collection<Capacity> capacities) {
        return new Need(EnumSet.copyOf(capacities), true, false);
    }

    public static Need news(Collection<Capacity> capacities) {
        return new Need(EnumSet.copyOf(capacities), false, true);
    }
}
