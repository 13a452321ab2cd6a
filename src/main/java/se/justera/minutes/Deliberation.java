package se.justera.minutes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What minutes say of how a decision came about (KL 5:67, 6:28–30, 4:27). */
public final class Deliberation {

    private Deliberation() {}

    /** A proposal that was not withdrawn, and who made it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Proposal(@Nullable String by, @Nullable String text) {}

    /**
     * A vote and its outcome.
     *
     * @param question what yes and no meant, as written
     * @param secret true for a secret ballot, whose votes are only counted
     * @param ballots how each voted in an open vote
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Vote(
            @Nullable String question,
            @Nullable Boolean secret,
            @Nullable Integer yes,
            @Nullable Integer no,
            @Nullable Integer abstained,
            @Nullable String result,
            List<Ballot> ballots) {

        public Vote {
            ballots = ballots == null ? List.of() : List.copyOf(ballots);
        }
    }

    /** How one person voted. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Ballot(@Nullable String name, @Nullable Choice choice) {}

    /** What one can do in a vote. */
    public enum Choice {
        YES,
        NO,
        ABSTAINED,
        ABSENT
    }

    /** A reservation against the decision, announced before the meeting ended (KL 4:27). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reservation(List<String> names, @Nullable String text) {

        public Reservation {
            names = names == null ? List.of() : List.copyOf(names);
        }
    }

    /** Somebody who neither took part in the matter nor was present for it (KL 6:28–30). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ConflictOfInterest(
            @Nullable String name,
            @Nullable String reason,
            @Nullable String replacedBy) {}

    /** Somebody who took no part in the decision, and why. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Abstention(
            @Nullable String name, @Nullable String reason) {}
}
