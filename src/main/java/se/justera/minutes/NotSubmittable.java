package se.justera.minutes;

import java.util.List;

/** A draft lacks what signing needs; the answer lists it: 422. */
public class NotSubmittable extends MinutesRefused {

    private final transient List<Shortcoming> shortcomings;

    public NotSubmittable(List<Shortcoming> shortcomings) {
        super("the draft lacks " + shortcomings.size() + " things");
        this.shortcomings = List.copyOf(shortcomings);
    }

    public List<Shortcoming> shortcomings() {
        return shortcomings;
    }
}
