package se.justera.minutes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.SignatoryRole;

/** One line of the draft's {@code signatories}, at the same index, and how far that person has come. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SignatoryView(
        @Nullable String name,
        @Nullable SignatoryRole role,
        ParticipantState state,
        @Nullable String email,
        @Nullable Instant invitedAt,
        @Nullable Instant openedAt,
        @Nullable Instant signedAt,
        @Nullable String reason) {}
