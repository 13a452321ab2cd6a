package se.justera.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that a matter begins with: "§ 26 Mötets öppnande", "§1 Inledning", "5 § Val".
 *
 * @param year the year that some write after the number: "§ 22/2025"
 * @param spaced true where a blank stands between the sign and the number
 */
record Headline(
        int number,
        String heading,
        boolean spaced,
        @Nullable Integer year) {

    static final int LONGEST_HEADING = 250;

    private static final Pattern SIGN_FIRST = Pattern.compile(
            "(?:(?:(?:\\p{Lu}{2,5}|Ks|Kf|Au|AU) )?§{1,2}|Paragraf(?= )|PARAGRAF(?= )) ?(\\d{1,6})(?:/(?<year>\\d{2,4}))?(?![\\d/–-])[.:]?(?:\\s+(.*))?",
            Pattern.DOTALL);
    private static final Pattern SIGN_AFTER = Pattern.compile("(\\d{1,6}) ?§[.:]?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern SPACED_AFTER = Pattern.compile("\\d{1,6} §");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:(?:Punkt|PUNKT|Ärende) )?(\\d{1,3})[.):]?\\s{1,40}(?:[–-] )?(\\p{Lu}.*)", Pattern.DOTALL);
    private static final Pattern OPENING = Pattern.compile(
            "(?iu)(?:mötets? öppn|mötet öppn|öppnande|sammanträdet|inledning|välkom|formalia|godkännande|fastställande|dagordning|val av).*");

    static Optional<Headline> of(String line) {
        return match(SIGN_FIRST, line).or(() -> match(SIGN_AFTER, line));
    }

    /** Where a text has no §§: "1. Mötets öppnande". */
    static Optional<Headline> numbered(String line) {
        boolean sentence = line.endsWith(".")
                && (line.length() > 60 || !HeadingStyle.hasNoVerb(line.substring(0, line.length() - 1)));
        return line.length() > 120 || sentence
                ? Optional.empty()
                : match(NUMBERED, line.replaceFirst("(?<=\\p{L})\\.$", ""));
    }

    /** True for what the first matter of a meeting is called. */
    static boolean opensMeeting(String heading) {
        return heading.length() < 100 && OPENING.matcher(heading).matches();
    }

    /** True where this line begins a matter rather than speaking of one: the next in the row, or a heading by its form. */
    boolean isPlausibleAfter(int previous, boolean startsBlock) {
        boolean lower = !heading.isEmpty() && Character.isLowerCase(heading.codePointAt(0));
        if (number == previous + 1 || previous < 0) {
            return startsBlock || !lower;
        }
        return startsBlock && !lower && heading.length() <= 150 && !heading.endsWith(".");
    }

    private static Optional<Headline> match(Pattern pattern, String line) {
        Matcher m = pattern.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Headline(
                Integer.parseInt(m.group(1)),
                text(m.group(m.groupCount())),
                (line.contains("§ ") && line.indexOf("§ ") < 8)
                        || line.regionMatches(true, 0, "Paragraf ", 0, 9)
                        || SPACED_AFTER.matcher(line).lookingAt(),
                pattern == SIGN_FIRST ? year(m.group("year")) : null));
    }

    private static String text(@Nullable String heading) {
        return heading == null ? "" : heading.strip();
    }

    private static @Nullable Integer year(@Nullable String written) {
        return written == null || written.length() != 4 ? null : Integer.valueOf(written);
    }
}
