package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Deliberation.Abstention;

/** Reads who took no part in a decision. */
final class AbstentionReader {

    private static final Pattern ABSTAINS = Pattern.compile(
            "(?iu)(?<name>.{3,200}?) (?:deltar|deltog|avstår från att delta|avstod från att delta)(?: (?:inte|ej))? i beslutet(?<text>.*)");

    private final Speakers speakers;
    private final List<Abstention> abstentions = new ArrayList<>();

    AbstentionReader(Speakers speakers) {
        this.speakers = speakers;
    }

    boolean read(String text) {
        Matcher m = ABSTAINS.matcher(text);
        List<String> names = m.matches() ? speakers.in(m.group("name")) : List.of();
        String rest =
                names.isEmpty() ? "" : m.group("text").replaceFirst("^\\.$", "").strip();
        names.forEach(name -> abstentions.add(new Abstention(name, rest.isEmpty() ? null : rest)));
        return !names.isEmpty();
    }

    /** Under its own heading, a name alone or before a colon is enough. */
    boolean readLabelled(String text) {
        Matcher m = Speakers.LABELLED.matcher(text);
        List<String> names = speakers.in(m.matches() ? m.group("by") : text);
        names.forEach(name -> abstentions.add(new Abstention(name, m.matches() ? m.group("text") : null)));
        return !names.isEmpty();
    }

    List<Abstention> abstentions() {
        return List.copyOf(abstentions);
    }
}
