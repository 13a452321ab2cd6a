package se.justera.trust;

/** No time-stamping authority gave a time-stamp. The message holds what each of them answered. */
public class TimeStampRefused extends RuntimeException {

    public TimeStampRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
