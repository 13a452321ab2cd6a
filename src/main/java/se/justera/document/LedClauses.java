package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of decisions that stand together, and the words before the first that lead to all of them: "Styrelsen beslutar"
 * over "att godkänna …" and "att sända …".
 *
 * @param lead empty where nothing leads to all
 */
record LedClauses(String lead, List<String> clauses) {

    private static final String SO = "(?: (?:enhälligt|således|därmed|därefter|därför|även|också)){0,2}";
    private static final String BODY =
            "\\p{L}{0,40}(?:styrelsen|nämnden|utskottet|fullmäktige|mötet|stämman|direktionen|rådet|beredningen)";

    /** The clauses tell that they go on, so that the lead may be any body's. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?<lead>[^.:;!?]{1,120}? (?:besluta[rs]?|beslutades?|beslöt|beslöts)" + SO + "(?: " + BODY + ")?" + SO
                    + "(?: med [^.:;,!?]{1,40} röst(?:er)?(?: mot [^.:;,!? ]{1,20})?)?:?)\\s+(?<clause>att\\s.+)",
            Pattern.DOTALL);

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?<lead>[^.:!?]{1,200} (?:beslutar|beslutade|beslöt|följande(?: [^.:!?]{1,60})?):)\\s+(?<clause>\\p{Lu}.+)",
            Pattern.DOTALL);

    static LedClauses of(List<String> texts) {
        if (texts.size() > 1) {
            boolean clauses = texts.stream().skip(1).allMatch(text -> text.startsWith("att "));
            Matcher led = (clauses ? SENTENCE : ANNOUNCED).matcher(texts.get(0));
            if (led.matches()) {
                var apart = new ArrayList<>(texts);
                apart.set(0, led.group("clause"));
                return new LedClauses(led.group("lead"), List.copyOf(apart));
            }
        }
        return new LedClauses("", texts);
    }
}
