package se.justera.validation.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import se.justera.kernel.Sha256;

/** The signatures that were verified last and were right; what was wrong is verified again. */
final class VerifiedBefore {

    private final Map<Sha256, Boolean> right;

    /** @param most how many are remembered; the ones that nobody asked for longest are forgotten */
    VerifiedBefore(int most) {
        right = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Sha256, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    synchronized boolean knows(Sha256 verification) {
        return right.get(verification) != null;
    }

    synchronized void add(Sha256 verification) {
        right.put(verification, true);
    }
}
