package se.justera.process;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.signing.ArchiveTimestamps;

/** Keeps closed minutes provable: a new archive time-stamp before the newest one gets weak. */
@Component
class Renewal implements PreservationSteps {

    private final MinuteBook minuteBook;
    private final Archive archive;
    private final ArchiveTimestamps timestamps;
    private final Preservation preservation;
    private final PreservationSettings settings;
    private final Clock clock;

    Renewal(
            MinuteBook minuteBook,
            Archive archive,
            ArchiveTimestamps timestamps,
            Preservation preservation,
            PreservationSettings settings,
            Clock clock) {
        this.minuteBook = minuteBook;
        this.archive = archive;
        this.timestamps = timestamps;
        this.preservation = preservation;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Outlook look(MinutesId minutes) {
        Instant now = clock.instant();
        Instant due = due(newest(minuteBook.view(minutes)));
        Instant nextLook = now.plus(settings.look());
        return new Outlook(!due.isAfter(now), due.isBefore(nextLook) ? due : nextLook);
    }

    @Override
    public void renew(MinutesId id) {
        MinutesView minutes = minuteBook.view(id);
        Revision newest = newest(minutes);
        if (due(newest).isAfter(clock.instant())) {
            return;
        }
        byte[] renewed = preservation.preserved(newest);
        Instant until = timestamps.strongUntil(newest.pdf());
        if (!timestamps.strongUntil(renewed).isAfter(until)) {
            throw new NothingGained(until);
        }
        preservation.store(minutes, newest, renewed, "document.timestampRenewed");
    }

    private Instant due(Revision newest) {
        return timestamps.strongUntil(newest.pdf()).minus(settings.lead());
    }

    private Revision newest(MinutesView minutes) {
        return archive.latest(minutes.id(), minutes.round())
                .orElseThrow(() -> new IllegalStateException("closed minutes have a document"));
    }
}
