package se.justera.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates as minutes write them: 2022-06-13, 13 juni 2022, 13/6 2022, and 220613 where a date is expected. */
final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final String MONTH = "(?<name>januari|jan|februari|feb|mars|mar|april|apr|maj|juni|jun|juli|jul"
            + "|augusti|aug|september|sept|sep|oktober|okt|november|nov|december|dec)\\b\\.?";
    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(?<y>(?:19|20)\\d{2})([-./])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)");
    private static final Pattern WORDS =
            Pattern.compile("(?iu)(?<!\\d)(?<d>\\d{1,2})(?::?e)? " + MONTH + ",? (?<y>(?:19|20)\\d{2})(?!\\d)");
    private static final Pattern SLASH =
            Pattern.compile("(?<!\\d)(?<d>\\d{1,2})/(?<m>\\d{1,2})[ -](?<y>(?:19|20)\\d{2})(?!\\d)");
    private static final Pattern EIGHT = Pattern.compile("(?<!\\d)(?<y>20\\d{2})(?<m>\\d{2})(?<d>\\d{2})(?!\\d)");
    private static final Pattern SIX = Pattern.compile("(?<!\\d)(?<y>\\d{2})(?<m>\\d{2})(?<d>\\d{2})(?!\\d|-\\d{4})");
    private static final Pattern NO_YEAR = Pattern.compile("(?iu)(?<!\\d)(?<d>\\d{1,2})(?::?e)? " + MONTH);
    private static final Pattern DAYS = Pattern.compile("(?iu)(?<!\\d)\\d{1,2} ?[-–] ?\\d{1,2} " + MONTH);
    private static final int LONGEST = 1000;

    private Dates() {}

    /** A date and where in the text it stands. */
    record Found(LocalDate date, int from, int to) {}

    /** The first full date of a text. */
    static Optional<Found> first(String text) {
        return of(text, List.of(ISO, WORDS, SLASH, EIGHT));
    }

    /** The first date of a text that is about days to come, where YYMMDD is a date too. */
    static Optional<LocalDate> coming(String text) {
        return of(text, List.of(ISO, WORDS, SLASH, EIGHT, SIX)).map(Found::date);
    }

    /** A day and month without a year, first on or after the given day. */
    static Optional<LocalDate> comingAfter(String text, LocalDate day) {
        Matcher m = NO_YEAR.matcher(shortened(text));
        if (!m.find()) {
            return Optional.empty();
        }
        return date(day.getYear(), month(m.group("name")), m.group("d")).map(d -> d.isBefore(day) ? d.plusYears(1) : d);
    }

    /** The text with its days, and spans of days, taken out. */
    static String without(String text) {
        String rest = shortened(text);
        for (Pattern day : List.of(ISO, WORDS, SLASH, EIGHT, SIX, DAYS, NO_YEAR)) {
            rest = day.matcher(rest).replaceAll(" ");
        }
        return rest;
    }

    /** True where a text names a day in any form, with or without its year. */
    static boolean namesADay(String text) {
        return coming(text).isPresent() || NO_YEAR.matcher(shortened(text)).find();
    }

    private static Optional<Found> of(String text, List<Pattern> patterns) {
        String start = shortened(text);
        for (Pattern pattern : patterns) {
            Matcher m = pattern.matcher(start);
            while (m.find()) {
                int from = m.start();
                int to = m.end();
                Optional<LocalDate> date = date(year(m.group("y")), month(m, pattern), m.group("d"));
                if (date.isPresent()) {
                    return date.map(d -> new Found(d, from, to));
                }
            }
        }
        return Optional.empty();
    }

    private static int year(String digits) {
        return digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
    }

    private static int month(Matcher m, Pattern pattern) {
        return pattern == WORDS ? month(m.group("name")) : Integer.parseInt(m.group("m"));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static Optional<LocalDate> date(int year, int month, @Nullable String day) {
        try {
            return day == null ? Optional.empty() : Optional.of(LocalDate.of(year, month, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
