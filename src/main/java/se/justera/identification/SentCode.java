package se.justera.identification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.ParticipantId;

/** What is kept of a code that was sent: its salted hash and how often it was mistyped. */
record SentCode(
        ParticipantId participant,
        String salt,
        String codeHash,
        Instant issuedAt,
        Instant expiresAt,
        int wrongTries,
        @Nullable Instant lockedUntil,
        int issuedInWindow,
        Instant windowStartedAt) {

    static SentCode fresh(
            ParticipantId participant, String salt, String codeHash, Instant now, Optional<SentCode> before) {
        boolean sameWindow = before.map(b -> b.windowIsOpen(now)).orElse(false);
        return new SentCode(
                participant,
                salt,
                codeHash,
                now,
                now.plus(MailCodes.GOOD_FOR),
                sameWindow ? before.map(SentCode::wrongTries).orElse(0) : 0,
                null,
                sameWindow ? before.map(SentCode::issuedInWindow).orElse(0) + 1 : 1,
                sameWindow ? before.map(SentCode::windowStartedAt).orElse(now) : now);
    }

    SentCode wrongTry(Instant now) {
        int tries = wrongTries + 1;
        Instant locked = tries >= MailCodes.TRIES ? now.plus(MailCodes.LOCKED_FOR) : null;
        return new SentCode(
                participant, salt, codeHash, issuedAt, expiresAt, tries, locked, issuedInWindow, windowStartedAt);
    }

    void refuseIfLocked(Instant now) {
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            throw new TooManyTries(lockedUntil);
        }
    }

    void refuseIfTooMany(Instant now) {
        refuseIfLocked(now);
        if (windowIsOpen(now) && issuedInWindow >= MailCodes.CODES_IN_A_WINDOW) {
            throw new TooManyTries(windowStartedAt.plus(MailCodes.LOCKED_FOR));
        }
    }

    private boolean windowIsOpen(Instant now) {
        boolean lockedSince = lockedUntil != null;
        return !lockedSince && now.isBefore(windowStartedAt.plus(MailCodes.LOCKED_FOR));
    }
}
