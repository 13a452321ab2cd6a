package se.justera.trust;

import org.jspecify.annotations.Nullable;

/** No time-stamping authority gave a time-stamp. The message holds what each of them answered. */
public class TimeStampRefused extends RuntimeException {

    public TimeStampRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
