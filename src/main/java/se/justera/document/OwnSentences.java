package se.justera.document;

import java.util.List;
import java.util.stream.Stream;

/** What the layout itself says on our pages, in Swedish, so that text taken out of them can be told from the minutes. */
public final class OwnSentences {

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
                        "signatures.draft",
                        "signatures.draft.one",
                        "signatures.draft.apart",
                        "signatures.draft.apart.one",
                        "signatures.about",
                        "signatures.level",
                        "signatures.level.trial",
                        "signatures.pages",
                        "signatures.print")
                .map(labels::of);
        return Stream.concat(sentences, introductions).toList();
    }

    /** What sentences begin with whose end differs from document to document. */
    public static List<String> beginnings() {
        Labels labels = Labels.in(Labels.SWEDISH);
        return List.of(
                labels.of("signatures.verify"),
                labels.of("verification.code", "").strip());
    }

    /** The word that stands first at the head of a draft's pages. */
    public static String draft() {
        return Labels.in(Labels.SWEDISH).of("draft");
    }
}
