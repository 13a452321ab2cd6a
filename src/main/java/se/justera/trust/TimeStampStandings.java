package se.justera.trust;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each time-stamping authority answered this node last. */
public interface TimeStampStandings {

    /** In the order in which they are asked. */
    List<Standing> all();

    /**
     * One authority.
     *
     * @param authority its address, or the setting of the embedded one
     * @param gaveAt when it last gave a time-stamp
     * @param refusedAt when it last gave none
     * @param refusal what it said then, or what was wrong with its answer
     */
    record Standing(
            String authority,
            @Nullable Instant gaveAt,
            @Nullable Instant refusedAt,
            @Nullable String refusal) {

        static Standing fresh(String authority) {
            return new Standing(authority, null, null, null);
        }

        Standing gave(Instant at) {
            return new Standing(authority, at, refusedAt, refusal);
        }

        Standing refused(Instant at, String why) {
            return new Standing(authority, gaveAt, at, why);
        }

        /** Its last answer was a refusal. */
        public boolean refuses() {
            return refusedAt != null && (gaveAt == null || gaveAt.isBefore(refusedAt));
        }
    }
}
