package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Deliberation.Vote;

/** Reads in what order proposals were put, and the votes on them, in the order of the text. */
final class PropositionReader {

    private static final Pattern ORDER = Pattern.compile(
            "(?iu)ordföranden (?:ställer|ställde) (?:(?:de (?:båda |två |olika )?)?(?:yrkandena|förslagen) (?:mot varandra|under proposition)|proposition).*",
            Pattern.DOTALL);

    private final Speakers speakers;
    private final List<VoteReader> votes = new ArrayList<>();
    private final List<String> question = new ArrayList<>();
    private @Nullable String order;

    PropositionReader(Speakers speakers) {
        this.speakers = speakers;
    }

    /** True for a paragraph that tells by its own words how the proposals were put. */
    static boolean isOrder(String text) {
        return text.length() <= 1000 && ORDER.matcher(text).matches() && !VoteReader.tellsCounts(text);
    }

    /** Begins a vote under its heading; an earlier one of which nothing has been said is the same. */
    void begin(String heading) {
        if (votes.isEmpty() || !last().saysNothing()) {
            votes.add(new VoteReader(speakers));
        }
        question.forEach(last()::ask);
        question.clear();
        if (heading.toLowerCase(Locale.ROOT).startsWith("sluten")) {
            last().beSecret();
        }
    }

    /** Takes back the vote that was begun last. */
    void takeBack() {
        votes.remove(votes.size() - 1);
    }

    boolean readVote(Piece piece) {
        return last().read(piece);
    }

    /** "Nej: Bo Ask" where no heading says that a vote was taken. */
    boolean readBallots(String text) {
        VoteReader vote = votes.isEmpty() ? new VoteReader(speakers) : last();
        boolean read = vote.readBallots(text);
        if (read && votes.isEmpty()) {
            votes.add(vote);
        }
        return read;
    }

    /** What yes and no mean belongs to the vote that follows; how many voted which way begins one. */
    boolean readOrder(String text) {
        if (VoteReader.tellsCounts(text)) {
            begin("");
        }
        if (!votes.isEmpty() && (VoteReader.tellsCounts(text) || !last().saysNothing())) {
            return last().read(Piece.paragraph(text));
        }
        List<String> sentences = Sentences.of(text);
        int asked = sentences.size();
        while (asked > 0 && VoteReader.isQuestion(sentences.get(asked - 1))) {
            asked--;
        }
        if (asked > 0) {
            question.forEach(this::putInOrder);
            question.clear();
            putInOrder(String.join(" ", sentences.subList(0, asked)));
        }
        question.addAll(sentences.subList(asked, sentences.size()));
        return true;
    }

    private void putInOrder(String text) {
        order = order == null ? text : order + " " + text;
    }

    private VoteReader last() {
        return votes.get(votes.size() - 1);
    }

    /** In what order the proposals were put, with what yes and no would have meant where nobody asked for a vote. */
    @Nullable
    String order() {
        question.forEach(this::putInOrder);
        question.clear();
        return order;
    }

    List<Vote> votes() {
        return votes.stream().map(VoteReader::vote).toList();
    }

    /** What came of the vote, taken out of it, where it says by its own words that it is the decision; else empty. */
    String takeDecision() {
        return votes.isEmpty() || !last().decides() ? "" : last().takeResult();
    }
}
