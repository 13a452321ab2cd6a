package se.justera.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which in their row the minutes are: "# 3 – 2022", "nr 3", "2022/3" and their like. */
final class MinutesNumber {

    private static final Pattern NUMBER_YEAR = Pattern.compile(
            "(?iu)(?:#|nr\\.?|nummer)? ?(?<n>\\d{1,4}) ?(?:[-–/:] ?|(?<=\\d) )(?<y>(?:19|20)\\d{2})(?!\\d|-)");
    private static final Pattern YEAR_NUMBER =
            Pattern.compile("(?iu)(?:#|nr\\.?)? ?(?<y>(?:19|20)\\d{2}) ?[-–/:] ?(?<n>\\d{1,3})(?![\\d-])");
    private static final Pattern NUMBER =
            Pattern.compile("(?iu)(?:#|nr\\.?|nummer) ?(?<n>\\d{1,4})(?!\\d)|(?<m>\\d{1,4})");

    private @Nullable Integer number;
    private @Nullable Integer year;

    /** Takes in a text that says this and nothing else. */
    boolean read(String text) {
        String given = text.strip();
        if (read(NUMBER_YEAR, given) || read(YEAR_NUMBER, given)) {
            return true;
        }
        Matcher m = NUMBER.matcher(given);
        if (!m.matches()) {
            return false;
        }
        number = Integer.valueOf(m.group("n") == null ? m.group("m") : m.group("n"));
        return true;
    }

    private boolean read(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        if (!m.matches()) {
            return false;
        }
        number = Integer.valueOf(m.group("n"));
        year = Integer.valueOf(m.group("y"));
        return true;
    }

    static boolean is(String text) {
        return new MinutesNumber().read(text);
    }

    @Nullable
    Integer number() {
        return number;
    }

    @Nullable
    Integer year() {
        return year;
    }
}
