package se.justera.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where lines may break: not between "§" and its number, a day and its month, "kl." and the time, nor within a date or a
 * time in figures or a large number; in minutes neither between an amount and its unit, nor "bilaga" and its number, nor
 * after the mark that opens a quotation, which in Swedish is the one that closes it. The text keeps its ordinary spaces, for whoever takes it out of the file.
 */
final class TiedWords implements FSTextBreaker {

    private static final String FIRST = "(?<=§) (?=\\d)"
            + "|(?<=\\b\\d{1,2}) (?=(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
            + "|december)\\b)"
            + "|(?<=\\b[Kk]l\\.?) (?=\\d)"
            + "|(?<=\\d) (?=\\d{3}(?!\\d))"
            + "|(?<=\\d)[-–:](?=\\d)";

    private static final String AMOUNTS =
            "|(?<=\\d) (?=(?:kr|kronor|tkr|mkr|mnkr|tusen|miljon|miljoner|miljard|miljarder"
                    + "|procent|procentenheter|%|st|stycken|timmar|minuter|km|kvm|m²)(?!\\p{L}))"
                    + "|(?<=\\b(?:tusen|miljon|miljoner|miljard|miljarder)) (?=(?:kr|kronor)(?!\\p{L}))"
                    + "|(?<=\\b(?:[Nn]r|[Dd]nr|[Bb]ilaga|[Ss]idan?|[Pp]unkt)) (?=\\d)"
                    + "|\\d(?=/\\d)|(?<=\\d)/(?=\\d)"
                    + "|(?<![^\\s(])[”\"»’'](?=[\\p{L}\\p{N}])";

    private static final Pattern TIED_IN_EXTRACTS = Pattern.compile(FIRST);
    private static final Pattern TIED = Pattern.compile(FIRST + AMOUNTS);

    private final FSTextBreaker words = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Labels.SWEDISH));
    private final Matcher tie;
    private int length;

    private TiedWords(Pattern tied) {
        this.tie = tied.matcher("").useTransparentBounds(true);
    }

    static TiedWords ofMinutes() {
        return new TiedWords(TIED);
    }

    /** As the kept layouts of extracts have it ({@link ExtractLayout}). */
    static TiedWords ofExtracts() {
        return new TiedWords(TIED_IN_EXTRACTS);
    }

    @Override
    public void setText(String text) {
        words.setText(text);
        tie.reset(text);
        length = text.length();
    }

    @Override
    public int next() {
        int at = words.next();
        while (isTied(at)) {
            at = words.next();
        }
        return at;
    }

    /** Looks at nothing but the letter before, so that a long text takes no longer. */
    private boolean isTied(int at) {
        return at > 0 && at < length && tie.region(at - 1, at).lookingAt();
    }
}
