package se.justera.intake;

import java.util.List;
import java.util.regex.Pattern;
import se.justera.minutes.Draft.BlockType;

/** Finds in a matter what says how its decision came about: a part under its heading, after its label, or in a sentence. */
final class ProceedingsReader {

    /** A decision rather than the result of a vote, though it may say how many voted for it. */
    private static final Pattern DECISION_AFTER_VOTE = Pattern.compile(
            "(?su).{3,60} (?:beslutar?|beslutade) (?:(?:således|därmed|därför) )?(?:med .{1,40} röster? mot .{1,20} )?att .*");

    private final Deliberations deliberations;
    private final boolean own;

    /** @param own whether the text was taken out of our own pages, which tell in one paragraph how proposals were put */
    ProceedingsReader(Deliberations deliberations, boolean own) {
        this.deliberations = deliberations;
        this.own = own;
    }

    /** How many pieces under the heading at this place were understood; 0 if it is no such heading. */
    int read(List<Piece> pieces, int at) {
        ProceedingsPart part = pieces.get(at).type() == BlockType.SUBHEADING
                ? ProceedingsPart.of(pieces.get(at).text()).orElse(null)
                : null;
        if (part == null) {
            return 0;
        }
        int end = at + 1;
        int most = own && part == ProceedingsPart.ORDER ? Math.min(at + 2, pieces.size()) : pieces.size();
        while (end < most && !ends(pieces.get(end), part)) {
            end++;
        }
        return deliberations.read(part, pieces.get(at).text(), pieces.subList(at + 1, end));
    }

    private static boolean ends(Piece piece, ProceedingsPart part) {
        String text = piece.text();
        return piece.type() == BlockType.SUBHEADING
                || (piece.isParagraph()
                        && (DecisionForm.isLabel(text)
                                || (DecisionForm.decides(text)
                                        && (part != ProceedingsPart.VOTE
                                                || DECISION_AFTER_VOTE
                                                        .matcher(text)
                                                        .matches()))
                                || DecisionForm.afterLabel(text).isPresent()
                                || DecisionForm.isIntroduction(text)
                                || Addressees.in(text).isPresent()));
    }

    boolean read(String paragraph) {
        ProceedingsPart.RunIn runIn = ProceedingsPart.runIn(paragraph).orElse(null);
        return runIn == null
                ? deliberations.readSentence(paragraph)
                : deliberations.read(runIn.part(), "", List.of(Piece.paragraph(runIn.text()))) > 0;
    }
}
