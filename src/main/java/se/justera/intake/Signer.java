package se.justera.intake;

import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** One place to sign: a name, the label above it and the office under it. */
final class Signer {

    private final String name;
    private final @Nullable SignatoryRole label;
    private final @Nullable String written;
    private @Nullable String office;

    Signer(String name, @Nullable SignatureLabel label) {
        this.name = name;
        this.label = label == null ? null : label.role();
        this.written = label == null ? null : label.written();
    }

    void hold(@Nullable String given) {
        office = given;
    }

    /** Takes the office out of what a line says of the person besides the name. */
    void holdAs(Person person) {
        AttendeeRole role = person.role();
        String description = person.description();
        String word = role == null ? null : wordFor(role);
        if (word == null || description == null) {
            office = word == null ? description : word;
        } else {
            office = word + ", " + description;
        }
    }

    private static @Nullable String wordFor(AttendeeRole role) {
        return switch (role) {
            case CHAIR -> "Ordförande";
            case FIRST_VICE_CHAIR -> "1:e vice ordförande";
            case SECOND_VICE_CHAIR -> "2:e vice ordförande";
            case VICE_CHAIR -> "Vice ordförande";
            case SECRETARY -> "Sekreterare";
            case MEMBER, SUBSTITUTE, OFFICER, AUDITOR, GUEST -> null;
        };
    }

    /**
     * @param attending the name as the attendance writes it
     * @param held the office by the attendance
     */
    Signatory signatory(String attending, @Nullable AttendeeRole held) {
        SignatoryRole role = role(held);
        return new Signatory(attending, role, title(role), label(role), null);
    }

    private SignatoryRole role(@Nullable AttendeeRole heldByAttendance) {
        boolean adjusts = SignatureForm.label(office == null ? "" : office)
                .filter(r -> r == SignatoryRole.ADJUSTER)
                .isPresent();
        if (label == SignatoryRole.SECRETARY) {
            return adjusts ? SignatoryRole.ADJUSTER : SignatoryRole.SECRETARY;
        }
        AttendeeRole held =
                Offices.role((office == null ? "" : office).split(",", 2)[0]).orElse(null);
        if (held == AttendeeRole.CHAIR || (held == null && heldByAttendance == AttendeeRole.CHAIR)) {
            return SignatoryRole.CHAIR;
        }
        if (label == null || held == AttendeeRole.SECRETARY) {
            return held == AttendeeRole.SECRETARY ? SignatoryRole.SECRETARY : SignatoryRole.ADJUSTER;
        }
        return label;
    }

    /** The office, where the label has not said it. */
    private @Nullable String title(SignatoryRole role) {
        boolean said = office != null && (office.equalsIgnoreCase(written) || isLabel(office, role));
        return said ? null : office;
    }

    /** What stands above the name; an office under it that is all there is says the same. */
    private @Nullable String label(SignatoryRole role) {
        return (written == null || isUnderSecretarysLabel(role)) && office != null && isLabel(office, role)
                ? office
                : written;
    }

    private boolean isLabel(String text, SignatoryRole role) {
        boolean same = SignatureForm.label(text).filter(r -> r == role).isPresent();
        return same && (written == null || label == role || isUnderSecretarysLabel(role));
    }

    /** "Justerare" in a row further down than the secretary's label, which is not theirs. */
    private boolean isUnderSecretarysLabel(SignatoryRole role) {
        return role == SignatoryRole.ADJUSTER && label == SignatoryRole.SECRETARY;
    }

    String name() {
        return name;
    }

    boolean isLabelled() {
        return label != null;
    }

    boolean isLabelledSecretary() {
        return label == SignatoryRole.SECRETARY;
    }

    boolean hasOffice() {
        return office != null;
    }
}
