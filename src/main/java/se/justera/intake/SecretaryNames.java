package se.justera.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a text names as its secretary, so that the name alone at the foot of a page is known for what it is. */
final class SecretaryNames {

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)(?:(?:mötes|förbunds)?sekreterare|protokollförare|vid protokollet|protokollet fört av)[ :\t]*(?<name>.{0,80})");

    private SecretaryNames() {}

    static Set<String> in(List<Line> lines) {
        List<String> texts = lines.stream()
                .filter(Line::hasText)
                .map(Line::text)
                .filter(t -> t.length() <= 120 && !DottedLine.is(t))
                .toList();
        var names = new HashSet<String>();
        for (int i = 0; i < texts.size(); i++) {
            Matcher m = LABEL.matcher(texts.get(i));
            if (m.matches()) {
                addName(m.group("name"), names);
                addName(i + 1 < texts.size() ? texts.get(i + 1) : "", names);
                addName(i > 0 ? texts.get(i - 1) : "", names);
            }
        }
        return names;
    }

    private static void addName(String text, Set<String> names) {
        String name = text.strip();
        if (Names.isName(name)) {
            names.add(name);
        }
    }
}
