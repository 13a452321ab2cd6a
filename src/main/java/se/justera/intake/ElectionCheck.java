package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;

/** Adjusters are elected once. */
final class ElectionCheck implements DraftCheck {

    private static final Pattern HEADING =
            Pattern.compile("(?iu).*\\bval av .{0,80}juster.*|.*\\bjusterare\\b.*|.*justeringspers.*");

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        Item first = null;
        for (int i = 0; i < draft.items().size(); i++) {
            Item item = draft.items().get(i);
            if (!HEADING.matcher(String.valueOf(item.heading())).matches()) {
                continue;
            }
            if (first == null) {
                first = item;
            } else {
                findings.add(new Finding("/items/" + i + "/heading", "elected-twice", name(first), name(item)));
            }
        }
        return findings;
    }

    private static String name(Item item) {
        return item.number() == null ? "”" + item.heading() + "”" : "§ " + item.number();
    }
}
