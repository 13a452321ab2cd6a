package se.justera.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the public bodies that own or serve an association, and auditing firms, by their form or their name. */
final class Organisations {

    private static final Pattern FORM = Pattern.compile("(?iu)(?:.{0,80}\\b)?(?:försäkringskassan?|arbetsförmedlingen?"
            + "|landstinget|landsting|regionen|region|\\p{L}{3,30}+(?<=regionen)|\\p{L}{3,30}+(?<=förbundet)"
            + "|samordningsförbund|kommun|kommuns|kommuner|kommunen|stad|stads|länsstyrelsen|kriminalvården"
            + "|skolverket|migrationsverket|\\p{L}{0,30}universitet|universitetet|högskolan?|\\p{L}{0,30}sjukhuset?|(?:riks|fack|tjänstemanna|arbetsgivar)förbund|kansli|kansliet|revision(?:sbyrån?)?|myndigheten)"
            + "(?:\\b.{0,80})?");
    private static final Pattern ONE_WORD = Pattern.compile("(?iu)försäkringskassan|arbetsförmedlingen|landstinget"
            + "|regionen|kommunen|länsstyrelsen|kriminalvården|\\p{L}{3,30}+(?<=regionen)");
    private static final Pattern TWO_WORDS = Pattern.compile(
            "(?u)(?:Region|Landstinget) \\p{Lu}[\\p{L}-]++|\\p{Lu}[\\p{L}-]++ (?:kommun|stad|Kommun|Stad)");
    private static final Pattern HALF_NAME = Pattern.compile("(?u), \\p{Lu}\\p{Ll}++(?<!part(?:iet|i)|erna)$");
    private static final Pattern REST_OF_NAME = Pattern.compile("(?u)\\p{Lu}[\\p{L}-]++ (?:kommun|stad)(?=,|$)");
    private static final Pattern COMPANY = Pattern.compile("\\p{Lu}[\\p{L}&\\d -]{1,60} (?:AB|HB|KB|Aktiebolag)");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,6}");
    private static final Set<String> AUDITORS =
            Set.of("kpmg", "pwc", "ey", "deloitte", "bdo", "grant thornton", "mazars", "azets", "ernst & young");
    private static final Set<String> MUNICIPALITIES = read("/intake/municipalities.txt");
    /** Municipalities that are given names too. */
    private static final Set<String> GIVEN_NAMES = Set.of("nora", "eda", "ale");

    private static final int LONGEST = 100;

    private Organisations() {}

    static boolean isOrganisation(String text) {
        return text.length() <= LONGEST
                && (FORM.matcher(text).matches() || isMunicipality(text) || isAuditor(text) || isCompany(text));
    }

    /** "Revisionsbyrån Tall AB". */
    static boolean isCompany(String text) {
        return text.length() <= LONGEST && COMPANY.matcher(text).matches();
    }

    static boolean isAbbreviation(String text) {
        return ABBREVIATION.matcher(text).matches();
    }

    static boolean isAuditor(String text) {
        return AUDITORS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isMunicipality(String text) {
        return MUNICIPALITIES.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The organisation that a text begins with, where a person's name follows it without a comma. */
    static Optional<String> leading(String text) {
        String[] words = text.split(" ", 6);
        for (int count = Math.min(3, words.length - 2); count >= 1; count--) {
            String front = String.join(" ", java.util.Arrays.asList(words).subList(0, count));
            String rest = text.substring(front.length() + 1);
            if (isKnown(front) && Names.isName(rest)) {
                return Optional.of(front);
            }
        }
        return Optional.empty();
    }

    /** "Bo Ask, ledamot, Södra" over "Hede kommun": the width parted the two words of a name. */
    static boolean isCut(String line, String next) {
        return HALF_NAME.matcher(line).find()
                && REST_OF_NAME.matcher(next).lookingAt()
                && !isOrganisation(line.substring(line.lastIndexOf(',') + 1).strip());
    }

    private static boolean isKnown(String text) {
        return ONE_WORD.matcher(text).matches()
                || TWO_WORDS.matcher(text).matches()
                || (isMunicipality(text) && !GIVEN_NAMES.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Organisations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .map(l -> l.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
