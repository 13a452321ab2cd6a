package se.justera.intake;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import se.justera.minutes.Draft.BlockType;

/** What stands under "Förslag till beslut" has the words of a decision and is none: it was only proposed, or decided before. */
final class ProposedDecision {

    private static final Pattern HEADING = Pattern.compile(
            "(?iu)(?:\\p{L}{3,40}s )?(?:förslag(?: till beslut)?|beslutsförslag|tidigare beslut)(?: .{1,30})?:?");

    private ProposedDecision() {}

    /** The pieces under such headings: all of them if the decision itself has its label further on, else the first. */
    static BitSet among(List<Piece> pieces) {
        var proposed = new BitSet();
        int lastLabel = pieces.size() - 1;
        while (lastLabel >= 0 && !isDecided(pieces.get(lastLabel))) {
            lastLabel--;
        }
        boolean under = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.type() == BlockType.SUBHEADING) {
                under = isHeading(piece.text());
            } else if (under) {
                under = !isDecided(piece);
                proposed.set(i, under);
                under &= i < lastLabel;
            }
        }
        return proposed;
    }

    private static boolean isHeading(String text) {
        return text.length() <= 80 && HEADING.matcher(text).matches();
    }

    private static boolean isDecided(Piece piece) {
        return piece.isParagraph()
                && (DecisionForm.isLabel(piece.text())
                        || DecisionForm.afterLabel(piece.text()).isPresent());
    }
}
