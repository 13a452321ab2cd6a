package se.justera.ceremony;

import se.justera.minutes.Draft.SignatoryRole;

/** The capacities people sign in, as documents and signatures say them. */
public final class RoleNames {

    private RoleNames() {}

    public static String swedish(SignatoryRole role) {
        return switch (role) {
            case SECRETARY -> "Sekreterare";
            case CHAIR -> "Ordförande";
            case ADJUSTER -> "Justerare";
        };
    }
}
