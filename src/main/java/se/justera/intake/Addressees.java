package se.justera.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.DecisionForm;

/** To whom a decision goes, as the line after it says: "Beslutet skickas till: …", "Expedieras: …". */
final class Addressees {

    private static final Pattern LINE = Pattern.compile("(?iu)\\*{0,2}(?:"
            + "(?:beslutet|protokollet|paragrafen|protokollsutdrag(?:et)?|utdrag|kopia)"
            + " (?:ska )?(?:(?:skickas|expedieras|sänds|delges|meddelas|lämnas) )?till"
            + "|(?:beslutet|paragrafen) (?:ska )?(?:skickas|expedieras|sänds|delges|meddelas)"
            + "|(?:expedieras|skickas|delges|sänds)(?: till)?|expediering|exp\\.?(?= ?:)|sändlista|beslutsexpediering|expedierat(?: till)?)"
            + "\\*{0,2}(?: ?:\\*{0,2} ?(?<who>.{0,400}))?");

    private Addressees() {}

    /** Who stands in the line, perhaps nobody because they stand in a list under it; empty for any other line. */
    static Optional<List<String>> in(String text) {
        Matcher m = LINE.matcher(text);
        return m.matches() ? Optional.of(split(m.group("who") == null ? "" : m.group("who"))) : Optional.empty();
    }

    /** The single ones of a line. */
    static List<String> split(String text) {
        return Arrays.stream(text.replaceFirst("\\.$", "").split("[,;]| och (?=\\p{Lu})", -1))
                .map(String::strip)
                .filter(who -> !who.isEmpty())
                .toList();
    }

    /** The last decision, or the last clauses under one label, with these addressees besides those they have. */
    static void add(List<Decision> decisions, List<String> who) {
        Decision last = decisions.get(decisions.size() - 1);
        List<String> all = Stream.concat(last.sentTo().stream(), who.stream()).toList();
        for (int i = decisions.size() - 1; i >= 0 && isSameLabel(decisions.get(i), last); i--) {
            decisions.set(i, decisions.get(i).withSentTo(all));
        }
    }

    private static boolean isSameLabel(Decision decision, Decision last) {
        boolean clauses = decision.form() == DecisionForm.CLAUSE && last.form() == DecisionForm.CLAUSE;
        return decision.equals(last)
                || (clauses
                        && decision.sentTo().equals(last.sentTo())
                        && String.valueOf(decision.after()).equals(String.valueOf(last.after())));
    }
}
