package se.justera.intake;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import se.justera.minutes.Draft;

/** Looks a draft over before it is sent. */
public interface Preflight {

    /**
     * Remarks in the order of the draft; without BLOCKING ones the draft can be submitted.
     *
     * @param addressOf the association's mail address of the person of that exact name, if it has one
     */
    List<Remark> remarks(Draft draft, Function<String, Optional<String>> addressOf, Locale locale);

    /** A pre-flight for use without Spring; one serves all threads. */
    static Preflight at(Clock clock) {
        return new DraftPreflight(clock);
    }
}
