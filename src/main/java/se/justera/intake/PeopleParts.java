package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a running list of people at commas, semicolons, tabs and gaps, but not inside brackets or between §§. */
final class PeopleParts {

    private static final Pattern SEPARATOR = Pattern.compile("[;,\t]| {2,}");

    private PeopleParts() {}

    static List<String> of(String text) {
        var parts = new ArrayList<String>();
        Matcher separator = SEPARATOR.matcher(text);
        int start = 0;
        int at = 0;
        while (separator.find(at)) {
            at = separator.end();
            String part = text.substring(start, separator.start());
            if (closes(part) && !insideNumbers(text, start, separator.start())) {
                parts.add(part);
                start = separator.end();
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean closes(String part) {
        return part.lastIndexOf('(') <= part.lastIndexOf(')');
    }

    private static boolean insideNumbers(String text, int start, int comma) {
        String rest = text.substring(start);
        Presence presence = Presence.in(rest.length() > 300 ? rest.substring(0, 300) : rest);
        return presence.from() < comma - start && comma - start < presence.to();
    }
}
