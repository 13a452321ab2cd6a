package se.justera.validation.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Identified;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.ValidationResult.TimestampResult;

/**
 * One signature or time-stamp as the page shows it.
 *
 * @param who the name in the certificate; null where there is none
 * @param time in Stockholm, without the zone's name
 * @param tone of its colour: good, warn or bad
 * @param state the end of its message key
 * @param identified how the signer was identified, as a trusted certificate says; null where none does
 */
public record SignatureLine(
        @Nullable String who,
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String time,
        String kind,
        String tone,
        String state,
        @Nullable String changes,
        @Nullable Identified identified) {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    static SignatureLine of(SignatureResult signature, Locale locale) {
        String state = state(signature);
        return new SignatureLine(
                signature.signer().name(),
                signature.signer().organisation(),
                signature.role(),
                orNull(signature.signingTime(), locale),
                signature.kind().name(),
                tone(state),
                state,
                signature.changesAfter().name(),
                signature.trusted() ? signature.identified() : null);
    }

    static SignatureLine of(TimestampResult timestamp, Locale locale) {
        String state = !timestamp.intact() ? "broken" : timestamp.trusted() ? "valid" : "untrusted";
        return new SignatureLine(
                null, null, null, orNull(timestamp.time(), locale), timestamp.kind(), tone(state), state, null, null);
    }

    private static String state(SignatureResult signature) {
        if (!signature.intact()) {
            return "broken";
        } else if (signature.changesAfter() == ChangesAfter.FORBIDDEN) {
            return "changed";
        } else if (signature.indication().equals("TOTAL_PASSED")) {
            return "valid";
        }
        return signature.trusted() ? "doubtful" : "untrusted";
    }

    private static String tone(String state) {
        return switch (state) {
            case "valid" -> "green";
            case "broken", "changed" -> "red";
            default -> "yellow";
        };
    }

    private static @Nullable String orNull(@Nullable Instant instant, Locale locale) {
        return instant == null ? null : time(instant, locale);
    }

    static String time(Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm:ss", locale)
                .withZone(STOCKHOLM)
                .format(instant);
    }

    /** What a time-stamp stands for, as the end of its message key. */
    public String stamped() {
        return kind.equals("DOCUMENT") || kind.equals("ARCHIVE") ? "document" : "signature";
    }
}
