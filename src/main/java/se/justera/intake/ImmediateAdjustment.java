package se.justera.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text says was adjusted at the meeting itself (omedelbar justering): the matter in which it stands, matters that
 * it names by their numbers, or all of the minutes.
 */
record ImmediateAdjustment(boolean here, boolean all, Set<Integer> numbers) {

    /** As our own pages say it. */
    static final String OWN_WORDS = "Paragrafen justeras omedelbart.";

    private static final int LONGEST = 300;
    private static final int MOST = 200;
    private static final Pattern SAYS = Pattern.compile(
            "(?iu).*(?:omedelbart juster(?:ad|at|ade|as)|juster(?:as|ades|ats|a|ad|at) omedelbart|omedelbar justering).*");
    private static final Pattern DENIES = Pattern.compile(
            "(?iu).*\\b(?:inte|ej|ingen|inga|inget|avslå|avslår|avslogs|yrkar|yrkade|föreslår|föreslog|förslag|begär|begärde|önskar|kan)\\b.*");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?iu)(?:§{1,2}|paragraf(?:en|er|erna)?) ?(?<list>\\d{1,5}(?: ?(?:[-–,]|och|samt) ?§{0,2} ?\\d{1,5})*)");
    private static final Pattern SPAN = Pattern.compile("(?<from>\\d{1,5})(?: ?[-–] ?§{0,2} ?(?<to>\\d{1,5}))?");
    private static final Pattern HERE =
            Pattern.compile("(?iu).*\\b(?:paragrafen|punkten|ärendet|beslutet|denna|detta|den här)\\b.*");
    private static final Pattern ALL = Pattern.compile("(?iu).*\\b(?:protokollet|hela|samtliga|alla)\\b.*");
    private static final Pattern HEADING = Pattern.compile(
            "(?iu).{2,200}[ ,(–-](?:omedelbar justering|omedelbart justera[ds]|justeras omedelbart)\\)?\\.?");

    /** What a paragraph, clause or fact says. */
    static Optional<ImmediateAdjustment> in(@Nullable String text) {
        return text == null || text.length() > 3000
                ? Optional.empty()
                : Sentences.of(text).stream()
                        .filter(ImmediateAdjustment::says)
                        .findFirst()
                        .map(ImmediateAdjustment::of);
    }

    /** True for a line that is a sentence of its own and says so. */
    static boolean isWholeLine(String line) {
        boolean begins = Character.isUpperCase(line.codePointAt(0)) || line.startsWith("§");
        return begins && line.endsWith(".") && says(line);
    }

    /** What a heading says at its end of the matter under it. */
    static boolean endsHeading(@Nullable String heading) {
        return heading != null && HEADING.matcher(heading).matches();
    }

    /** Which matters the text after a label "Omedelbar justering" names. */
    static Optional<ImmediateAdjustment> ofFact(String text) {
        Set<Integer> numbers = numbers(text.matches("\\d.*") ? "§ " + text : text);
        boolean all = ALL.matcher(text).matches();
        return numbers.isEmpty() && !all
                ? Optional.empty()
                : Optional.of(new ImmediateAdjustment(false, numbers.isEmpty(), numbers));
    }

    private static boolean says(String sentence) {
        return sentence.length() <= LONGEST
                && SAYS.matcher(sentence).matches()
                && !DENIES.matcher(sentence).matches();
    }

    private static ImmediateAdjustment of(String sentence) {
        Set<Integer> numbers = numbers(sentence);
        boolean here = numbers.isEmpty() && HERE.matcher(sentence).matches();
        boolean all = numbers.isEmpty() && !here && ALL.matcher(sentence).matches();
        return new ImmediateAdjustment(numbers.isEmpty() && !all, all, numbers);
    }

    private static Set<Integer> numbers(String text) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher list = NUMBERS.matcher(text.toLowerCase(Locale.ROOT));
        while (list.find()) {
            Matcher span = SPAN.matcher(list.group("list"));
            while (span.find()) {
                int from = Integer.parseInt(span.group("from"));
                int to = span.group("to") == null ? from : Integer.parseInt(span.group("to"));
                for (int n = from; n <= to && numbers.size() < MOST; n++) {
                    numbers.add(n);
                }
            }
        }
        return numbers;
    }
}
