package se.justera.minutes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;

/**
 * Minutes as they stand.
 *
 * @param version counts every change of content or state; the ETag of the API
 * @param round how often the draft has been submitted; stored revisions are keyed by minutes and round
 * @param verificationCode printed on the document
 * @param note the chair's comment, the reason of a decline or of the cancellation: whatever sent it where it is
 * @param adjustedOn the Stockholm date of the last person's signature (KL 5:69, 8:12)
 */
public record MinutesView(
        MinutesId id,
        TenantId tenant,
        MinutesState state,
        long version,
        int round,
        Draft draft,
        String verificationCode,
        @Nullable String note,
        @Nullable LocalDate adjustedOn,
        Instant createdAt,
        Instant changedAt) {}
