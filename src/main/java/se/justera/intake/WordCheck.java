package se.justera.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** One long word with its dots in different places, and a letter missing in the words by which meetings go. */
final class WordCheck implements DraftCheck {

    private static final Pattern WORD = Pattern.compile("(?u)\\p{L}{7,40}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final int LONG = 10;
    private static final int MOST = 100_000;
    private static final Set<String> FORMULAS = Set.of(
            "avslutade",
            "fastställde",
            "fastställdes",
            "godkändes",
            "tillstyrkte",
            "bordlades",
            "handlingarna",
            "dagordningen",
            "protokollet",
            "justeringsperson");

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        Map<String, String> spellings = new HashMap<>();
        Set<String> said = new HashSet<>();
        for (Map.Entry<String, String> text : DraftJson.texts(draft).entrySet()) {
            Matcher m = text.getKey().startsWith("/items/") ? WORD.matcher(text.getValue()) : null;
            while (m != null && m.find() && spellings.size() < MOST) {
                String word = m.group().toLowerCase(Locale.ROOT);
                String other = spellings.putIfAbsent(folded(word), word);
                boolean two = other != null && !other.equals(word) && word.length() >= LONG;
                if (two && said.add(word)) {
                    findings.add(new Finding(text.getKey(), "word-two-ways", m.group(), String.valueOf(other)));
                }
                FORMULAS.stream()
                        .filter(formula -> lacksOneLetter(word, formula) && said.add(word))
                        .forEach(formula ->
                                findings.add(new Finding(text.getKey(), "word-misspelt", m.group(), formula)));
            }
        }
        return findings;
    }

    private static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    /** A letter inside the word; at its end it would be another form of it. */
    private static boolean lacksOneLetter(String word, String formula) {
        if (word.length() != formula.length() - 1) {
            return false;
        }
        int i = 0;
        while (i < word.length() && word.charAt(i) == formula.charAt(i)) {
            i++;
        }
        return i < word.length() - 2 && word.substring(i).equals(formula.substring(i + 1));
    }
}
