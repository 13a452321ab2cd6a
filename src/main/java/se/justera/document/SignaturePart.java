package se.justera.document;

import java.util.List;
import java.util.Objects;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** The end of the document: who signs, room for each signature, and what an electronic signature means here. */
final class SignaturePart {

    private static final int PER_ROW = 2;
    private static final int MOST_PER_ROW = 3;

    /** In letters. */
    private static final int LONGEST_NAME_OF_THREE = 25;

    /** A longer last paragraph or list stays where it is, rather than leave a page half empty. */
    private static final int MOST_LINES_KEPT = 8;

    private final Markup out;
    private final Labels labels;
    private final Sheet sheet;

    SignaturePart(Markup out, Labels labels, Sheet sheet) {
        this.out = out;
        this.labels = labels;
        this.sheet = sheet;
    }

    /** The id of the empty box for the n-th signature, counted from 0. */
    static String boxId(int n) {
        return "sigbox-" + n;
    }

    /** How many spaces stand side by side: three where the names have room. */
    static int perRow(List<SignatureSpace> spaces) {
        boolean fewOrFour = spaces.size() < MOST_PER_ROW || spaces.size() == 2 * PER_ROW;
        return fewOrFour || spaces.stream().anyMatch(SignaturePart::isWide) ? PER_ROW : MOST_PER_ROW;
    }

    private static boolean isWide(SignatureSpace space) {
        return space.name().length() > LONGEST_NAME_OF_THREE;
    }

    /** What stands under the name: another office they hold, and the chair's where nothing above it says so. */
    private String office(SignatureSpace space) {
        String title = space.title();
        if (title != null && !space.roles().contains(title)) {
            return title;
        }
        String chair = labels.of(SignatoryRole.CHAIR);
        boolean said = capacity(space).toLowerCase(Labels.SWEDISH).contains(chair.toLowerCase(Labels.SWEDISH));
        return space.roles().contains(chair) && !said ? chair : "";
    }

    /**
     * Up to three rows stand together; of more, no row stands alone.
     *
     * @param place "last" if nothing follows: then what the signatures mean stands with them, else after the text
     */
    void write(String place) {
        List<SignatureSpace> spaces = sheet.spaces();
        boolean last = place.equals("last");
        int perRow = perRow(spaces);
        boolean withText = last && out.linesOfTheLastElement() <= MOST_LINES_KEPT;
        String look = "signatures " + place + (withText ? " with-text" : "") + (perRow == MOST_PER_ROW ? " three" : "");
        out.open("section", "class", look);
        out.open("div", "class", "together");
        out.element("h2", labels.of("signatories"), "id", "signatures");
        boolean notes = sheet.draft().kind() == MinutesKind.NOTES;
        out.element("p", labels.of(notes ? "signatures.intro.NOTES" : "signatures.intro.PROTOCOL"), "class", "intro");
        int rows = (spaces.size() + perRow - 1) / perRow;
        for (int row = 0; row < rows; row++) {
            if (row > 1 && row < rows - 1) {
                out.close().open("div", "class", "together");
            }
            row(spaces, row * perRow, Math.min(spaces.size(), (row + 1) * perRow));
        }
        if (last) {
            meaning("");
        }
        out.close().close();
    }

    private void row(List<SignatureSpace> spaces, int from, int to) {
        out.open("div", "class", "signature-row");
        for (int i = from; i < to; i++) {
            space(spaces.get(i), i);
        }
        out.close();
    }

    private void space(SignatureSpace space, int n) {
        out.open("div", "class", "signature");
        out.element("p", capacity(space), "class", "role");
        if (sheet.isDraft()) {
            out.element("div", "", "class", "sigbox");
        } else {
            out.element("div", "", "class", "sigbox", "id", boxId(n), "title", Forms.placeholder(n));
        }
        out.element("p", space.name(), "class", "name");
        if (!office(space).isEmpty()) {
            out.element("p", office(space), "class", "office");
        }
        out.close();
    }

    /** What stands above the name: as the minutes write it, else the roles. */
    private String capacity(SignatureSpace space) {
        List<String> asWritten = labels(sheet.draft(), space);
        List<String> words = asWritten.isEmpty() ? space.roles() : asWritten;
        return words.isEmpty() ? " " : String.join(", ", words);
    }

    /** In what capacity somebody signs, in the words of the minutes. */
    static List<String> labels(Draft draft, SignatureSpace space) {
        return draft.signatories().stream()
                .filter(signatory -> name(signatory).equals(space.name()))
                .map(Signatory::label)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    private static String name(Signatory signatory) {
        return signatory.name() == null ? "" : signatory.name().strip();
    }

    /** What an electronic signature means here, and where the document can be checked. */
    void meaningApart() {
        meaning(".apart");
    }

    /** @param where ".apart" if the boxes stand elsewhere */
    private void meaning(String where) {
        DocumentOrder order = sheet.order();
        if (order == null) {
            out.element(
                    "p",
                    labels.of("signatures.draft" + where + (sheet.spaces().size() == 1 ? ".one" : "")),
                    "class",
                    "meaning");
            return;
        }
        out.open("div", "class", "meaning");
        out.element("h2", labels.of("signatures.about"));
        out.element("p", labels.of(order.trial() ? "signatures.level.trial" : "signatures.level"));
        if (!new PageEdges(out, labels, sheet).haveCells()) {
            out.element("p", labels.of("signatures.pages"));
        }
        out.element("p", labels.of("signatures.print"));
        String address = order.verificationAddress().toASCIIString();
        out.open("p").text(labels.of("signatures.verify") + " ");
        out.element("a", address, "href", address, "title", labels.of("link", address));
        out.text(". " + labels.of("verification.code", order.verificationCode()) + ".");
        out.close().close();
    }
}
