package se.justera.validation.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Sha256;

/**
 * The verifications made last, and what came of them. Those that failed have a room of their own: however many there
 * are, they push out none that were right.
 */
final class VerifiedBefore {

    private final Map<Sha256, Boolean> right;
    private final Map<Sha256, Boolean> wrong;

    /** @param most how many are remembered of each; the ones that nobody asked for longest are forgotten */
    VerifiedBefore(int most) {
        right = latest(most);
        wrong = latest(most);
    }

    private static Map<Sha256, Boolean> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Sha256, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** Null if it is not known. */
    synchronized @Nullable Boolean answer(Sha256 verification) {
        Boolean known = right.get(verification);
        return known == null ? wrong.get(verification) : known;
    }

    synchronized void add(Sha256 verification, boolean isRight) {
        (isRight ? right : wrong).put(verification, isRight);
    }
}
