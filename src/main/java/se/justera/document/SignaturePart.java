package se.justera.document;

import java.util.List;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignaturePlace;

/** The end of the document: who signs, room for each signature, and what an electronic signature means here. */
final class SignaturePart {

    private static final int PER_ROW = 2;

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

    void write() {
        List<SignatureSpace> spaces = sheet.spaces();
        boolean first = sheet.draft().layout() != null && sheet.draft().layout().signatures() == SignaturePlace.FIRST;
        String together = spaces.size() <= 2 * PER_ROW ? "signatures together" : "signatures";
        out.open("section", "class", first ? together + " cover" : together);
        out.element("h2", labels.of("signatories"), "id", "signatures");
        boolean notes = sheet.draft().kind() == MinutesKind.NOTES;
        out.element("p", labels.of(notes ? "signatures.intro.NOTES" : "signatures.intro.PROTOCOL"));
        for (int i = 0; i < spaces.size(); i += PER_ROW) {
            out.open("div", "class", "signature-row");
            for (int j = i; j < Math.min(spaces.size(), i + PER_ROW); j++) {
                space(spaces.get(j), j);
            }
            out.close();
        }
        meaning();
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
        String title = space.title();
        if (title != null && !space.roles().contains(title)) {
            out.element("p", title, "class", "office");
        }
        out.close();
    }

    /** What stands above the name: as the minutes write it, else the roles. */
    private String capacity(SignatureSpace space) {
        List<String> asWritten = sheet.draft().signatories().stream()
                .filter(signatory ->
                        signatory.name() != null && signatory.name().strip().equals(space.name()))
                .map(Signatory::label)
                .filter(label -> label != null && !label.isBlank())
                .toList();
        List<String> words = asWritten.isEmpty() ? space.roles() : asWritten;
        return words.isEmpty() ? " " : String.join(", ", words);
    }

    private void meaning() {
        DocumentOrder order = sheet.order();
        if (order == null) {
            out.element("p", labels.of("signatures.draft"), "class", "meaning");
            return;
        }
        out.open("div", "class", "meaning");
        out.element("h3", labels.of("signatures.about"));
        out.element("p", labels.of(order.trial() ? "signatures.level.trial" : "signatures.level"));
        out.element("p", labels.of("signatures.pages"));
        out.element("p", labels.of("signatures.print"));
        String address = order.verificationAddress().toASCIIString();
        out.open("p").text(labels.of("signatures.verify") + " ");
        out.element("a", address, "href", address, "title", labels.of("link", address));
        out.text(". " + labels.of("verification.code", order.verificationCode()) + ".");
        out.close().close();
    }
}
