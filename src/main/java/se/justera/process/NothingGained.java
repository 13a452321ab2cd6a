package se.justera.process;

import java.time.Instant;

/** Another archive time-stamp now would get weak as soon as the one that is there: somebody must see to the authority. */
final class NothingGained extends RuntimeException {

    NothingGained(Instant until) {
        super(("A new archive time-stamp would not last longer than the present one, which is strong until %s."
                        + " Give the time-stamping authority a certificate that lasts longer, then try again.")
                .formatted(until));
    }
}
