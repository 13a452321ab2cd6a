package se.justera.document;

import java.util.List;
import java.util.stream.Stream;

/** What the layout itself says on our pages, in Swedish, so that text taken out of them can be told from the minutes. */
public final class OwnSentences {

    private static final List<String> DRAFT =
            List.of("signatures.draft", "signatures.draft.one", "signatures.draft.apart", "signatures.draft.apart.one");

    private OwnSentences() {}

    /** Whole sentences, and headings over such. */
    public static List<String> whole() {
        Labels labels = Labels.in(Labels.SWEDISH);
        Stream<String> introductions = Stream.of("signatures.intro.PROTOCOL", "signatures.intro.NOTES")
                .map(key -> labels.of(key) + " " + labels.of("signatures.time")); // in one on earlier pages
        Stream<String> sentences = Stream.of(
                        "draft.notice",
                        "trial.notice",
                        "signatures.intro.PROTOCOL",
                        "signatures.intro.NOTES",
                        "signatures.time",
                        "signatures.about",
                        "signatures.level",
                        "signatures.level.trial",
                        "signatures.pages",
                        "signatures.print")
                .map(labels::of);
        return Stream.of(sentences, introductions, drafts()).flatMap(all -> all).toList();
    }

    /** What becomes of a draft, also as earlier pages said it. */
    private static Stream<String> drafts() {
        return DRAFT.stream()
                .map(Labels.in(Labels.SWEDISH)::of)
                .flatMap(sentence -> Stream.of(sentence, earlier(sentence)));
    }

    private static String earlier(String sentence) {
        return sentence.replace("låses den,", "fryses dokumentet,")
                .replace("läsa och underteckna.", "läsa och underteckna det elektroniskt.");
    }

    /** What sentences begin with whose end differs from document to document. */
    public static List<String> beginnings() {
        Labels labels = Labels.in(Labels.SWEDISH);
        return List.of(
                labels.of("signatures.verify"),
                labels.of("verification.code", "").strip());
    }

    /** What stands over the places for signatures. */
    public static List<String> overSignatures() {
        return of("signatures.intro.PROTOCOL", "signatures.intro.NOTES");
    }

    /** What the line right under the places for signatures begins with: what they will mean, or do. */
    public static List<String> underSignatures() {
        return Stream.concat(drafts(), of("signatures.about").stream())
                .map(sentence -> sentence.split(" får ", 2)[0])
                .toList();
    }

    /** The heading over notes that nothing in the text calls. */
    public static String notes() {
        return Labels.in(Labels.SWEDISH).of("footnotes");
    }

    /** What lines at the foot of sealed pages begin with. */
    public static List<String> atFoot() {
        return List.of(
                Labels.in(Labels.SWEDISH).of("trial"),
                Labels.in(Labels.SWEDISH).of("verification.code", "").strip());
    }

    private static List<String> of(String... keys) {
        return Stream.of(keys).map(Labels.in(Labels.SWEDISH)::of).toList();
    }

    /** The word that stands first at the head of a draft's pages. */
    public static String draft() {
        return Labels.in(Labels.SWEDISH).of("draft");
    }
}
