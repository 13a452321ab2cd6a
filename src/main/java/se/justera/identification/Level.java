package se.justera.identification;

import java.util.Locale;

/** How sure one can be of an identification: the levels of assurance of eIDAS art. 8, lowest first. */
public enum Level {
    LOW,
    SUBSTANTIAL,
    HIGH;

    public boolean reaches(Level least) {
        return compareTo(least) >= 0;
    }

    /** The weaker of two: what is proved with one thing on top of another is no surer than either. */
    Level orWeaker(Level other) {
        return reaches(other) ? other : this;
    }

    /** As it stands in certificates and the trail: {@code low}, {@code substantial} or {@code high}. */
    public String named() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no level of that name */
    public static Level of(String named) {
        return valueOf(named.toUpperCase(Locale.ROOT));
    }
}
