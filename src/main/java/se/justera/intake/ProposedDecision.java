package se.justera.intake;

import java.util.List;
import java.util.regex.Pattern;
import se.justera.minutes.Draft.BlockType;

/** What stands under "Förslag till beslut" has the words of a decision and is none: it was only proposed, or decided before. */
final class ProposedDecision {

    private static final Pattern HEADING = Pattern.compile(
            "(?iu)(?:\\p{L}{3,40}s )?(?:förslag(?: till beslut)?|beslutsförslag|tidigare beslut)(?: .{1,30})?:?");

    private ProposedDecision() {}

    /** True for a piece under such a heading: all of them if the decision itself has its label further on, else the first. */
    static boolean isAt(List<Piece> pieces, int at) {
        Piece piece = pieces.get(at);
        if (piece.type() == BlockType.SUBHEADING || isDecided(piece)) {
            return false;
        }
        int heading = at - 1;
        while (heading >= 0 && pieces.get(heading).type() != BlockType.SUBHEADING) {
            if (isDecided(pieces.get(heading))) {
                return false;
            }
            heading--;
        }
        boolean under = heading >= 0 && isHeading(pieces.get(heading).text());
        return under && (heading == at - 1 || pieces.stream().skip(at).anyMatch(ProposedDecision::isDecided));
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
