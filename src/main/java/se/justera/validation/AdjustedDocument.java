package se.justera.validation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Sha256;

/**
 * What everybody may know of adjusted minutes.
 *
 * @param adjustedOn the Stockholm date of the last person's signature
 * @param newest of the newest revision
 * @param checkAt where anybody validates the original
 */
public record AdjustedDocument(
        String association,
        String title,
        @Nullable LocalDate meetingDate,
        LocalDate adjustedOn,
        Timeliness timeliness,
        List<Adjuster> adjusters,
        String verificationCode,
        Sha256 newest,
        URI checkAt) {

    public AdjustedDocument {
        adjusters = List.copyOf(adjusters);
    }

    /** Whether a protocol was adjusted within 14 days of the meeting (KL 5:69). */
    public enum Timeliness {
        IN_TIME,
        LATE,
        /** Notes, or minutes that do not say when the meeting was. */
        NOT_ASKED
    }

    /** In which role somebody signs. */
    public enum Office {
        SECRETARY,
        CHAIR,
        ADJUSTER
    }

    /** Somebody who signed, in which roles and when. */
    public record Adjuster(
            String name, List<Office> offices, @Nullable Instant signedAt) {

        public Adjuster {
            offices = List.copyOf(offices);
        }
    }
}
