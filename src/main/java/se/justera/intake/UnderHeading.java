package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.ItemKind;

/**
 * What stands in lines of its own between the heading of a matter and its text: the number of its case, what it is for,
 * who presented it.
 */
final class UnderHeading {

    private static final int MOST_LINES = 2;
    private static final Map<String, ItemKind> KINDS = Map.of(
            "information", ItemKind.INFORMATION,
            "informationsärende", ItemKind.INFORMATION,
            "diskussion", ItemKind.DISCUSSION,
            "diskussionsärende", ItemKind.DISCUSSION,
            "beslut", ItemKind.DECISION,
            "beslutsärende", ItemKind.DECISION,
            "val", ItemKind.ELECTION);
    private static final Pattern ABOUT =
            Pattern.compile("(?iu)(?:(?<kind>(?:information|diskussion|beslut)(?:särende)?|val)\\.? )?"
                    + "(?:föredragande|föredragare) ?: ?(?<who>\\p{L}.{2,80}[\\p{L})])\\.?|(?<only>beslutsärende)");

    private @Nullable String caseNumber;
    private @Nullable ItemKind kind;
    private @Nullable String presenter;
    private Section rest;

    private UnderHeading(Section section) {
        this.rest = section;
        this.caseNumber = CaseLine.inHeading(section.heading());
    }

    static UnderHeading of(Section section) {
        var under = new UnderHeading(section);
        boolean headed = section.number() != null || section.heading() != null;
        int lines = 0;
        while (headed && lines < MOST_LINES && under.takeLine()) {
            lines++;
        }
        return under;
    }

    /** True for a line that is none of a heading above it. */
    static boolean is(String line) {
        return CaseLine.is(line) || ABOUT.matcher(line).matches();
    }

    private boolean takeLine() {
        if (rest.blocks().isEmpty()) {
            return false;
        }
        TextBlock first = rest.blocks().get(0);
        boolean taken = readCase(first.first()) || (!runsOn(first) && readAbout(first.first()));
        if (taken) {
            var blocks = new ArrayList<>(rest.blocks().subList(1, rest.blocks().size()));
            if (!first.isSingle()) {
                blocks.add(0, first.from(1));
            }
            rest = new Section(rest.number(), rest.heading(), List.copyOf(blocks));
        }
        return taken;
    }

    private static boolean runsOn(TextBlock block) {
        return !block.isSingle()
                && Character.isLowerCase(block.lines().get(1).text().codePointAt(0));
    }

    private boolean readCase(String line) {
        String number = caseNumber == null ? CaseLine.in(line) : null;
        caseNumber = caseNumber == null ? number : caseNumber;
        return number != null;
    }

    private boolean readAbout(String line) {
        Matcher m = ABOUT.matcher(line);
        if (presenter != null || kind != null || line.length() > 120 || !m.matches()) {
            return false;
        }
        presenter = m.group("who");
        String word = m.group("only") == null ? m.group("kind") : m.group("only");
        kind = word == null ? null : KINDS.get(word.toLowerCase(Locale.ROOT));
        return true;
    }

    @Nullable
    String caseNumber() {
        return caseNumber;
    }

    /** As the heading says it, or the line under it. */
    @Nullable
    ItemKind kind(@Nullable String heading) {
        ItemKind said = HeadingWords.kind(heading);
        return said == null ? kind : said;
    }

    /** As the heading says it, or the line under it. */
    @Nullable
    String presenter(@Nullable String heading) {
        String said = HeadingWords.presenter(heading);
        return said == null ? presenter : said;
    }

    /** The matter without these lines; what its heading says stays in it. */
    Section rest() {
        return rest;
    }
}
