package se.justera.ceremony;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.identification.Identification;
import se.justera.identification.Offer;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;

/**
 * What stands behind a person's link now.
 *
 * @param identification how the person is identified in this browser, surely enough for this step; empty before that, and
 *     then nothing of the minutes may be shown (TF 2:10: they are not public before they are adjusted)
 * @param offers how the person may identify themselves for this step
 * @param mayKeepPasskey whether the person may register a passkey in this browser now
 * @param awaitsCode true while a code that was mailed can be typed
 * @param sealedSha256 of revision 0, the document that is signed; null before the seal
 */
public record Task(
        Participant participant,
        MinutesView minutes,
        TaskStep step,
        Optional<Identification> identification,
        List<Offer> offers,
        boolean mayKeepPasskey,
        boolean awaitsCode,
        @Nullable Sha256 sealedSha256) {

    public Task {
        offers = List.copyOf(offers);
    }

    /** Whether a code by mail is one of the ways. */
    public boolean offersCode() {
        return offers.stream().anyMatch(offer -> offer.kind() == Offer.Kind.CODE);
    }

    public boolean offersOnlyCode() {
        return offersCode() && offers.size() == 1;
    }

    public boolean identified() {
        return identification.isPresent();
    }
}
