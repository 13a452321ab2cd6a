package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;

/** Adjusters are elected once. */
final class ElectionCheck implements DraftCheck {

    private static final Pattern HEADING =
            Pattern.compile("(?iu).*\\bval av .{0,80}juster.*|.*\\bjusterare\\b.*|.*justeringspers.*");

    private static final int LONGEST = 1000;
    private static final Pattern ELECTS = Pattern.compile(
            "(?iu)\\btill justerare (?:utse[rs]?|utsåg(?:s|o)?|välj(?:er|s)|vald(?:e|es)|väljs)\\b"
                    + "|\\b(?:utse[rs]?|utsåg(?:s)?|välja|väljer|väljs|vald(?:e|es))\\b.{1,120}?\\b(?:(?:till|som) justerare|(?:att|till att) (?:jämte \\p{L}+ )?justera)\\b");

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        Item first = null;
        for (int i = 0; i < draft.items().size(); i++) {
            Item item = draft.items().get(i);
            String at = elects(item);
            if (at.isEmpty()) {
                continue;
            }
            if (first == null) {
                first = item;
            } else {
                findings.add(new Finding("/items/" + i + at, "elected-twice", name(first), name(item)));
            }
        }
        return findings;
    }

    /** Where in the matter adjusters are elected; empty if nowhere. */
    private static String elects(Item item) {
        if (HEADING.matcher(String.valueOf(item.heading())).matches()) {
            return "/heading";
        }
        for (int i = 0; i < item.decisions().size(); i++) {
            if (says(item.decisions().get(i).text())) {
                return "/decisions/" + i + "/text";
            }
        }
        for (int i = 0; i < item.blocks().size(); i++) {
            if (says(item.blocks().get(i).text())) {
                return "/blocks/" + i + "/text";
            }
        }
        return "";
    }

    private static boolean says(@Nullable String text) {
        return text != null
                && Sentences.of(text).stream()
                        .anyMatch(
                                s -> s.length() <= LONGEST && ELECTS.matcher(s).find());
    }

    private static String name(Item item) {
        return item.number() == null ? "”" + item.heading() + "”" : "§ " + item.number();
    }
}
