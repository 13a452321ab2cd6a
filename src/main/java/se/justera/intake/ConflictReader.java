package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Deliberation.ConflictOfInterest;

/** Reads who had a conflict of interest (KL 6:28–30), why, and who took their place. */
final class ConflictReader {

    private static final Pattern CONFLICT = Pattern.compile(
            "(?iu)(?<name>.{3,200}?) (?<text>(?:anmäl|deltar inte|deltog inte|deltar ej|är jävig|lämna|förklarar sig jävig).*)");
    private static final Pattern REPLACED = Pattern.compile(
            "(?iu)(?:.{0,60}[:.] )?(?:ersätts av|ersattes av|"
                    + "(?:som ersättare|i (?:hans|hennes|dennes|deras) ställe) (?:tjänstgör|tjänstgjorde)) (?<by>.{3,100}?)\\.?");

    private final Speakers speakers;
    private final List<ConflictOfInterest> conflicts = new ArrayList<>();

    ConflictReader(Speakers speakers) {
        this.speakers = speakers;
    }

    boolean read(String text) {
        Matcher m = CONFLICT.matcher(text);
        return m.matches() && add(speakers.in(m.group("name")), m.group("text"));
    }

    /** Under its own heading, a name alone or before a colon is enough. */
    boolean readLabelled(String text) {
        Matcher m = Speakers.LABELLED.matcher(text);
        if (m.matches()) {
            return add(speakers.in(m.group("by")), m.group("text"));
        }
        List<String> sentences = Sentences.of(text);
        String rest = String.join(" ", sentences.subList(1, sentences.size()));
        return add(speakers.in(sentences.get(0).replaceFirst("\\.$", "")), rest);
    }

    private boolean add(List<String> names, String text) {
        var reasons = new ArrayList<String>();
        String replacedBy = null;
        for (String sentence : Sentences.of(text)) {
            Matcher replaced = REPLACED.matcher(sentence);
            List<String> by = replaced.matches() ? speakers.in(replaced.group("by")) : List.of();
            if (by.size() == 1) {
                replacedBy = by.get(0);
            } else if (!sentence.isEmpty()) {
                reasons.add(sentence);
            }
        }
        String reason = reasons.isEmpty() ? null : String.join(" ", reasons);
        if (reason != null && replacedBy != null) {
            reason = reason.replaceFirst("\\.$", "");
        }
        for (String name : names) {
            conflicts.add(new ConflictOfInterest(name, reason, replacedBy));
        }
        return !names.isEmpty();
    }

    List<ConflictOfInterest> conflicts() {
        return List.copyOf(conflicts);
    }
}
