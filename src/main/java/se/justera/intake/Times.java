package se.justera.intake;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a meeting's time of day: "klockan 10-12", "kl 9-15", "9.00-12.00", "kl. 09.00". */
final class Times {

    private static final String CLOCK = "(?:kl(?:ockan|\\.|\\b)(?: \\.)? ?)";
    private static final Pattern SPAN = Pattern.compile("(?iu)" + CLOCK
            + "?(?<![\\d.:-])(?<h1>\\d{1,2})(?:[.:](?<m1>\\d{2}))? ?(?:[-–—]|till|to) ?(?:kl\\.? ?)?"
            + "(?<h2>\\d{1,2})(?:[.:](?<m2>\\d{2}))?(?![\\d.:-]\\d|\\d)");
    private static final Pattern START = Pattern.compile(
            "(?iu)" + CLOCK + "(?<h1>\\d{1,2})(?:[.:](?<m1>\\d{2}))?(?![\\d.:]\\d|\\d)(?: ?[-–—](?! ?\\d))?");

    private Times() {}

    /** A start, its end where that is known, and where in the text they stand. */
    record Found(LocalTime start, @Nullable LocalTime end, int from, int to) {}

    static Optional<Found> first(String text) {
        return find(SPAN, text, true).or(() -> find(START, text, false));
    }

    /** The time in a text that names a day too, whose numbers are no times. */
    static Optional<Found> ofDay(String text) {
        return first(Dates.without(text));
    }

    private static Optional<Found> find(Pattern pattern, String text, boolean span) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            LocalTime start = time(m.group("h1"), m.group("m1"));
            LocalTime end = span ? time(m.group("h2"), m.group("m2")) : null;
            if (start != null && (!span || (end != null && end.isAfter(start)))) {
                return Optional.of(new Found(start, end, m.start(), m.end()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalTime time(@Nullable String hour, @Nullable String minute) {
        int h = hour == null ? 24 : Integer.parseInt(hour);
        int m = minute == null ? 0 : Integer.parseInt(minute);
        return h > 23 || m > 59 ? null : LocalTime.of(h, m);
    }
}
