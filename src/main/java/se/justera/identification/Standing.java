package se.justera.identification;

import java.util.List;
import java.util.Optional;

/**
 * How a person stands in one browser, for one need, at one moment.
 *
 * @param identification how they were identified here, surely enough for what is wanted; empty if they were not
 * @param offers the methods they may choose from, in the order in which they are shown; none if none will do
 * @param mayKeepPasskey whether this browser may be given a passkey now: they have just been identified surely enough
 * @param awaitsCode true while a code that was sent can be typed
 */
public record Standing(
        Optional<Identification> identification, List<Offer> offers, boolean mayKeepPasskey, boolean awaitsCode) {

    public Standing {
        offers = List.copyOf(offers);
    }
}
