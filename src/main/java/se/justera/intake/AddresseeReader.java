package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Decision;

/** Reads, after the decisions of a matter, whom they are sent to: in one line, in lines or as a list under a label. */
final class AddresseeReader {

    private static final int LONGEST = 60;

    private final List<String> who = new ArrayList<>();
    private boolean follow;

    /** Adds to the last decisions whom the piece names; false if it says something else. */
    boolean read(Piece piece, @Nullable Piece next, List<Decision> decisions) {
        if (follow && (piece.isList() || isAddressee(piece))) {
            who.addAll(piece.isList() ? piece.entries() : Addressees.split(piece.text()));
            follow = !piece.isList() && next != null && isAddressee(next) && !next.isLineOfItsOwn();
            if (!follow) {
                Addressees.add(decisions, List.copyOf(who));
            }
            return true;
        }
        return readLabel(piece, next, decisions);
    }

    private boolean readLabel(Piece piece, @Nullable Piece next, List<Decision> decisions) {
        boolean under = next != null
                && (next.isList() || (isAddressee(next) && (piece.isLineOfItsOwn() || !next.isLineOfItsOwn())));
        List<String> said = piece.isList()
                ? null
                : Addressees.in(piece.text())
                        .filter(names -> !names.isEmpty() || under)
                        .orElse(null);
        if (said == null) {
            return false;
        }
        who.clear();
        follow = said.isEmpty();
        if (!said.isEmpty()) {
            Addressees.add(decisions, said);
        }
        return true;
    }

    /** "Region Norr, Granbo kommun, Arbetsförmedlingen": a line of names, however many. */
    private static boolean isList(String text) {
        List<String> names = Addressees.split(text);
        return names.size() > 2
                && names.stream()
                        .allMatch(name -> name.length() <= LONGEST && Character.isUpperCase(name.codePointAt(0)));
    }

    /** A short line right under the label, or a list of names. */
    private static boolean isAddressee(Piece piece) {
        return piece.isParagraph()
                && !DecisionForm.isLabel(piece.text())
                && (piece.text().length() <= LONGEST || isList(piece.text()))
                && !Wrapping.isTerminated(piece.text());
    }
}
