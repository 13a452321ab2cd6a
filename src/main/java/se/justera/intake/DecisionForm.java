package se.justera.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What decisions look like: under the label "Beslut", after "Beslut:", as att-satser, or in the words of the body itself. */
final class DecisionForm {

    private static final int LONGEST = 4000;
    private static final Pattern LABEL =
            Pattern.compile("(?iu)\\*{0,2}(?:\\p{L}{3,40}s )?beslut\\*{0,2}[ :]{0,3}\\*{0,2}:?");
    private static final Pattern RUN_IN = Pattern.compile(
            "(?iu)\\*{0,2}(?:\\p{L}{3,40}s )?(?:beslut|beslutas|beslutades|beslutat)\\*{0,2} ?: ?\\*{0,2} ?(?<text>\\S.*)",
            Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("(?iu)(?:\\*{1,2})?att\\b.+", Pattern.DOTALL);
    private static final String BODY =
            "(?:(?:\\p{L}{2,20}-,? ){0,2}(?:och )?\\p{L}{0,30}(?:styrelsen|nämnden|utskottet|fullmäktige|mötet|stämman|direktionen|rådet|beredningen)"
                    + "|presidiet|kommittén|beredningsgruppen|förbundet|medlemmarna|k?s?au)(?-i:(?: för(?: \\p{Lu}?\\p{L}{2,30}){1,4})?)";
    private static final String DECIDES =
            "(?:beslutade|beslutar|beslöt|beslutat|enades|enas|godkände|godkänner|fastställde|fastställer"
                    + "|antog|antar|tillstyrkte|tillstyrker|avslog|avslår|bordlade|bordlägger|uppdrog|uppdrar|utsåg|utser|valde|väljer"
                    + "|biföll|bifaller|återremitterade|återremitterar|beviljade|beviljar|(?:noterade|noterar|tackade för|tackar för) informationen"
                    + "|lade|lägger|ställde sig bakom|ställer sig bakom)";
    private static final Pattern ACTIVE = Pattern.compile(
            "(?iu)" + BODY + "(?: (?:enhälligt|därefter|också|även|enligt förslaget|dock|sedan)){0,2} " + DECIDES
                    + "\\b.*",
            Pattern.DOTALL);
    private static final Pattern IMPERSONAL =
            Pattern.compile("(?iu)(?:det )?beslut(?:as|ades|ats)\\b.*", Pattern.DOTALL);
    private static final Pattern INVERTED = Pattern.compile(
            "(?iu).{1,300}\\b(?:beslutade|beslutar|beslöt|enades|enas) " + BODY + "(?: om)? att\\b.*", Pattern.DOTALL);
    private static final Pattern PASSIVE = Pattern.compile(
            "(?iu)(?:dagordning|ärendet|föregående|protokoll|kallelse|föredragningslista"
                    + "|mötets? (?:kallelse|dagordning)|rapporten|informationen|förslag|verksamhetsplan|budget|årsredovisning"
                    + "|delårsrapport|delårsbokslut)[^.]{0,200}? (?:godkän[dt]es|godkänns|godkändes|fastställdes|fastställs|antogs|antas"
                    + "|bordlades|bordläggs|återremitterades|återremitteras|lades till handlingarna|läggs till handlingarna)\\b[^.]{0,300}\\.?");
    private static final Pattern BODY_AT_END =
            Pattern.compile("(?iu)\\b(?:beslutar|beslutade|beslöt) (?:därmed |därför |således )?" + BODY
                    + "(?: (?:därmed|därför|således|enhälligt|att)){0,2}[ :]{0,2}$");
    private static final Pattern EARLIER =
            Pattern.compile("(?iu).*\\b(?:tidigare|förra|föregående möte|senaste mötet|redan)\\b.*", Pattern.DOTALL);
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?iu)(?:" + BODY
                    + "|det) (?:enhälligt )?(?:beslutar|beslutade|beslöt|beslutas|beslutades)"
                    + "(?: (?:enhälligt|således|därmed|därefter|även)){0,2}(?: med .{1,40} röster?(?: mot .{1,20}?)?)?(?: att)? ?[:.…]*");

    private DecisionForm() {}

    static boolean isLabel(String text) {
        return text.length() < 60 && LABEL.matcher(text).matches();
    }

    /** What follows "Beslut:" in the same paragraph. */
    static Optional<String> afterLabel(String text) {
        Matcher m = RUN_IN.matcher(text);
        return m.matches() ? Optional.of(m.group("text")) : Optional.empty();
    }

    static boolean isClause(String text) {
        return CLAUSE.matcher(text).matches();
    }

    /** "Styrelsen beslutar", which clauses follow. */
    static boolean isIntroduction(String text) {
        return text.length() < 100 && INTRODUCTION.matcher(text).matches();
    }

    /** The last sentence of a paragraph, if clauses are to follow it: "Med 4 röster mot 1 beslutar styrelsen"; else empty. */
    static String introductionAtEnd(String paragraph) {
        if (paragraph.length() > LONGEST || !BODY_AT_END.matcher(paragraph).find()) {
            return "";
        }
        List<String> sentences = Sentences.of(paragraph);
        return sentences.get(sentences.size() - 1);
    }

    /** True for a sentence that says by its own words that the body decides, now and not at an earlier meeting. */
    static boolean decides(String sentence) {
        if (sentence.length() > LONGEST || sentence.endsWith("?")) {
            return false;
        }
        boolean active = ACTIVE.matcher(sentence).matches()
                || IMPERSONAL.matcher(sentence).matches();
        return (active && !EARLIER.matcher(sentence).matches())
                || PASSIVE.matcher(sentence).matches();
    }

    /** True for a sentence like "Därför enades styrelsen om att …", which is a decision where it stands alone. */
    static boolean decidesInverted(String sentence) {
        return sentence.length() <= LONGEST
                && INVERTED.matcher(sentence).matches()
                && !EARLIER.matcher(sentence).matches();
    }
}
