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
 * @param notice what the notice boards say; null for notes, which have none
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
        URI checkAt,
        @Nullable Notice notice) {

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

    /**
     * How a protocol is announced (KL 8:12, 13:5).
     *
     * @param latestPosting the law's latest day to post it
     * @param appealUntil the appeal's last day; null until it is posted on every board
     * @param inForceFrom the day after, from which there is no appeal any more
     */
    public record Notice(
            LocalDate latestPosting,
            List<Board> boards,
            @Nullable LocalDate appealUntil,
            @Nullable LocalDate inForceFrom) {

        public Notice {
            boards = List.copyOf(boards);
        }
    }

    /** A notice board; a day is null where the notice is not posted, or not taken down. */
    public record Board(
            String name,
            @Nullable LocalDate postedOn,
            @Nullable LocalDate takenDownOn) {}
}
