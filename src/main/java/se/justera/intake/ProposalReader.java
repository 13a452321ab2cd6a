package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Deliberation.Proposal;

/** Reads who proposed what (KL 5:67): "Bo Ask (M) yrkar bifall till förslaget". */
final class ProposalReader {

    private static final Pattern PROPOSES = Pattern.compile(
            "(?iu)(?<by>.{3,200}?) (?:yrkar|yrkade|föreslår|föreslog)(?<with>,? (?:med instämmande av|tillsammans med) .{3,200}?,)? (?<text>\\S.*)");

    private final Speakers speakers;
    private final List<Proposal> proposals = new ArrayList<>();

    ProposalReader(Speakers speakers) {
        this.speakers = speakers;
    }

    /** @param first true for the first paragraph under its heading, which goes on with no earlier proposal */
    boolean read(String text, boolean first) {
        boolean any = false;
        for (String sentence : Sentences.of(text)) {
            if (readProposal(sentence)) {
                any = true;
            } else if (any || (!first && !proposals.isEmpty())) {
                Proposal last = proposals.remove(proposals.size() - 1);
                proposals.add(new Proposal(last.by(), last.text() + " " + sentence));
                any = true;
            } else {
                return false;
            }
        }
        return true;
    }

    /** True for a paragraph in which each sentence says what somebody moves, whatever heading stands above it. */
    boolean areProposals(String text) {
        return text.contains(" yrka")
                && Sentences.of(text).stream().allMatch(sentence -> {
                    Matcher moves = PROPOSES.matcher(sentence);
                    return sentence.contains(" yrka") && moves.matches() && isSomebody(moves.group("by"));
                });
    }

    /** What is left of a text after the proposals that it begins with. */
    String readLeading(String text) {
        List<String> sentences = Sentences.of(text);
        int read = 0;
        while (read < sentences.size() && proposes(sentences.get(read)) && readProposal(sentences.get(read))) {
            read++;
        }
        return read == 0 ? text : String.join(" ", sentences.subList(read, sentences.size()));
    }

    private static boolean proposes(String sentence) {
        return PROPOSES.matcher(sentence).matches();
    }

    private boolean readProposal(String sentence) {
        Matcher proposes = PROPOSES.matcher(sentence);
        if (proposes.matches() && isSomebody(proposes.group("by"))) {
            String with = proposes.group("with");
            String by = with == null ? by(proposes.group("by")) : proposes.group("by") + with.replaceFirst(",$", "");
            proposals.add(new Proposal(by, proposes.group("text")));
            return true;
        }
        Matcher labelled = Speakers.LABELLED.matcher(sentence);
        if (labelled.matches() && isSomebody(labelled.group("by"))) {
            proposals.add(new Proposal(by(labelled.group("by")), labelled.group("text")));
            return true;
        }
        return false;
    }

    private boolean isSomebody(String phrase) {
        return phrase.equalsIgnoreCase("ordföranden") || !speakers.in(phrase).isEmpty();
    }

    private String by(String phrase) {
        List<String> names = speakers.in(phrase);
        return names.size() == 1 && !phrase.contains(",") ? names.get(0) : phrase;
    }

    List<Proposal> proposals() {
        return List.copyOf(proposals);
    }
}
