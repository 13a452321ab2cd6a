package se.justera.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a text marks its matters: with § and number, with a number, as headings of Markdown, or as lines of their own. */
enum HeadingStyle {
    SECTION_SIGN,
    NUMBERED,
    MARKED,
    BARE,
    /** As lines of their own with the text right under them, as some tools take pages apart. */
    OVER_TEXT;

    private static final int LONGEST = 100;
    private static final int FEWEST_NUMBERED = 3;
    private static final Pattern NO_HEADING = Pattern.compile(
            "[\\p{Ll}(\\[*”\"'-].*|(?:\\p{L}{2,5} )?§ ?\\d.*|[^:]{2,60}: [\\d+].*|(?i:dnr|diarienr|bilaga)\\b.*|(?!(?:19|20)\\d\\d )\\d.*|.*\\d \\d{3}\\b.*\\d \\d{3}\\b.*|\\p{L}{1,6} \\d{4}[/:-]\\d.*|(?:Ja|Nej|Avstår): \\d.*|.*[.;,:!?]|[-–•·].*|.*\t.*|.* {2,}.*",
            Pattern.DOTALL);
    private static final Pattern FINITE_VERB = Pattern.compile(
            "(?iu)\\p{L}{3,20}(?:ades|erade|erades|erar|eras|ade|terar)|anmäldes|togs|tas|ges|gavs|lyftes|lyfts");
    private static final Set<String> VERBS = Set.of(
            "är",
            "var",
            "har",
            "hade",
            "ska",
            "skall",
            "skulle",
            "kan",
            "kunde",
            "kommer",
            "blev",
            "blir",
            "föreslår",
            "föreslog",
            "finns",
            "fanns",
            "gick",
            "går",
            "ger",
            "gav",
            "ser",
            "såg",
            "sker",
            "får",
            "fick",
            "bör",
            "vill",
            "önskar",
            "pågår",
            "hälsar",
            "hälsade",
            "förklarar",
            "förklarade",
            "valdes",
            "valde",
            "utsåg",
            "utsågs",
            "utses",
            "väljs",
            "tackar",
            "tackade",
            "noterar",
            "beslutar",
            "föredrog",
            "lämnar",
            "lämnade",
            "höll",
            "hölls",
            "hålls",
            "deltog",
            "deltar",
            "handlar",
            "saknas",
            "består",
            "omfattar",
            "innebär",
            "ingår",
            "står",
            "ligger",
            "visar",
            "anser",
            "menar",
            "inga",
            "ingen",
            "inget");

    static HeadingStyle of(List<TextBlock> blocks) {
        if (blocks.stream()
                .flatMap(b -> b.lines().stream())
                .anyMatch(l -> Headline.of(l.text()).isPresent())) {
            return SECTION_SIGN;
        }
        if (isNumbered(blocks)) {
            return NUMBERED;
        }
        long marked = blocks.stream().filter(TextBlock::isHeading).count();
        if (marked >= FEWEST_NUMBERED) {
            return MARKED;
        }
        boolean over = blocks.stream().anyMatch(b -> isOverText(b) && Headline.opensMeeting(b.first()));
        return over ? OVER_TEXT : BARE;
    }

    private static boolean isOverText(TextBlock block) {
        return block.lines().size() > 1
                && !DecisionForm.isLabel(block.first())
                && (looksLikeHeading(block.first()) || isShortQuestion(block.first()))
                && ProceedingsPart.of(block.first()).isEmpty()
                && Character.isUpperCase(block.lines().get(1).text().codePointAt(0))
                && !looksLikeHeading(block.lines().get(1).text());
    }

    static boolean isShortQuestion(String text) {
        return text.endsWith("?") && text.length() < 60 && text.split(" ", -1).length <= 5;
    }

    private static boolean isNumbered(List<TextBlock> blocks) {
        int count = 0;
        int last = -1;
        for (TextBlock block : blocks) {
            Headline line = Headline.numbered(block.first()).orElse(null);
            boolean first = line != null && last < 0 && Headline.opensMeeting(line.heading());
            if (line != null && (first || (last >= 0 && line.number() == last + 1))) {
                last = line.number();
                count++;
            }
        }
        return count >= FEWEST_NUMBERED;
    }

    /** The headline with a number that a line is, where the text has such. */
    Optional<Headline> headline(String line, boolean startsBlock, int previous) {
        return switch (this) {
            case SECTION_SIGN -> Headline.of(line).filter(h -> h.isPlausibleAfter(previous, startsBlock));
            case NUMBERED -> startsBlock ? Headline.numbered(line).filter(h -> isNext(h, previous)) : Optional.empty();
            case MARKED, BARE, OVER_TEXT -> Optional.empty();
        };
    }

    private static boolean isNext(Headline line, int previous) {
        return previous < 0 ? Headline.opensMeeting(line.heading()) : line.number() == previous + 1;
    }

    /** True for a block that is a heading without a number, where the text has such. */
    boolean isUnnumbered(TextBlock block, @Nullable TextBlock next, boolean started) {
        return switch (this) {
            case SECTION_SIGN, NUMBERED -> false;
            case MARKED -> block.isHeading() && (started || isFirst(block, next));
            case BARE -> block.isHeading() || isBare(block, next, started);
            case OVER_TEXT ->
                block.isHeading()
                        || isBare(block, next, started)
                        || (isOverText(block) && (started || Headline.opensMeeting(block.first())));
        };
    }

    private static boolean isBare(TextBlock block, @Nullable TextBlock next, boolean started) {
        return block.isSingle()
                && !block.isParagraph()
                && !block.isMarked()
                && next != null
                && !DecisionForm.isLabel(block.first())
                && looksLikeHeading(block.first())
                && !(started && ProceedingsPart.of(block.first()).isPresent())
                && (started || isFirst(block, next));
    }

    private static boolean isFirst(TextBlock block, @Nullable TextBlock next) {
        String text = block.first();
        if (Headline.opensMeeting(text)) {
            return true;
        }
        boolean fact = HeadLabel.in(text).isPresent()
                || Group.in(text).isPresent()
                || new Identity().read(text)
                || Dates.first(text).isPresent()
                || Names.isName(text);
        return !fact
                && next != null
                && !Headline.opensMeeting(next.first())
                && next.text().length() >= 40
                && next.text().endsWith(".");
    }

    /** True for a short line without a verb and without a full stop, which something may stand under. */
    static boolean looksLikeHeading(String text) {
        if (text.length() > LONGEST
                || text.isEmpty()
                || NO_HEADING.matcher(text).matches()
                || SignatureForm.label(text).isPresent()
                || Names.isName(text)
                || DottedLine.is(text)) {
            return false;
        }
        return hasNoVerb(text);
    }

    /** True for words that make no sentence. */
    static boolean hasNoVerb(String text) {
        for (String word : text.split("[ ,/]+", -1)) {
            if (VERBS.contains(word.toLowerCase(java.util.Locale.ROOT))
                    || FINITE_VERB.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }
}
