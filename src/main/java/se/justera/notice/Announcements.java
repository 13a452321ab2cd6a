package se.justera.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;

/**
 * The registrar's work on adjusted protocols. Every change is one transaction with its audit entry and the facts it
 * publishes ({@link NoticeFact}); a refusal is a {@link se.justera.minutes.MinutesRefused} and changes nothing.
 *
 * <p>{@code expectedVersion} is the version last seen; null means "whatever it is now".
 */
public interface Announcements {

    /** @throws se.justera.minutes.MinutesRefused if there are no such minutes, or they are no adjusted protocol */
    Announcement of(TenantId tenant, MinutesId minutes);

    /** Empty for notes, and for minutes that are not adjusted: nothing of these is announced (KL 6:35). */
    Optional<Announcement> of(MinutesId minutes);

    /** What is to be posted, is up, or is to be taken down; the oldest adjustment first. */
    List<Announcement> open(TenantId tenant);

    /** What is on the boards just now, and so what everybody may see; the newest first. */
    List<Announcement> current(TenantId tenant);

    /** Notes that the notice was posted on a board; on the last of them the minutes become ANNOUNCED. */
    Announcement post(
            TenantId tenant, Actor registrar, MinutesId minutes, @Nullable Long expectedVersion, Vouched posting);

    /** Notes that the notice was taken down from a board. */
    Announcement takeDown(
            TenantId tenant, Actor registrar, MinutesId minutes, @Nullable Long expectedVersion, Vouched removal);

    /** Today in Sweden, where the days of all notices are counted. */
    LocalDate today();
}
