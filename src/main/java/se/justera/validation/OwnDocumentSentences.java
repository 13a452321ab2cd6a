package se.justera.validation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.justera.validation.OwnDocuments.StoredRevision;

/** The plain sentences about our own documents, in Swedish or English. */
final class OwnDocumentSentences {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale locale;

    OwnDocumentSentences(Locale locale) {
        this.locale = locale.getLanguage().equals("sv") ? Locale.forLanguageTag("sv") : Locale.ENGLISH;
        this.texts = ResourceBundle.getBundle("messages/validation", this.locale, NO_FALLBACK);
    }

    /** What came after an older revision. */
    String older(StoredRevision revision) {
        AdjustedDocument document = revision.document();
        String missing = Stream.of(
                        counted("own.signatures", revision.signaturesAfter()),
                        counted("own.timestamps", revision.timestampsAfter()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(text("own.and")));
        return text(
                "own.older",
                number(revision.number() + 1),
                number(revision.newest() + 1),
                document.title(),
                document.association(),
                missing,
                document.newest().hex());
    }

    /** Of a file that goes on after a revision of ours with something that is not in the archive. */
    String continued(StoredRevision beginning) {
        return text(
                "own.continued",
                number(beginning.number() + 1),
                number(beginning.newest() + 1),
                beginning.document().title(),
                beginning.document().association(),
                beginning.document().checkAt().toString(),
                beginning.document().newest().hex());
    }

    /** Of a revision of an earlier round. */
    String superseded(AdjustedDocument adjusted) {
        return text(
                "own.superseded",
                adjusted.title(),
                adjusted.association(),
                adjusted.adjustedOn().toString(),
                adjusted.newest().hex());
    }

    /** Of pages that are pictures, from which no code can be read. */
    String scanned() {
        return text("own.scanned");
    }

    /** Of a file without signatures that shows the code of a document. */
    String copy(AdjustedDocument document) {
        return shown("own.copy", document);
    }

    /** Of a file with signatures that shows the code of a document, but is none of its revisions. */
    String unknown(AdjustedDocument document) {
        return shown("own.unknown", document);
    }

    /** Of a file that shows no code, but the text of a document. */
    String sameText(AdjustedDocument document) {
        return shown("own.text", document);
    }

    private String shown(String key, AdjustedDocument document) {
        return text(
                key,
                document.verificationCode(),
                document.title(),
                document.association(),
                document.adjustedOn().toString(),
                document.checkAt().toString(),
                document.newest().hex());
    }

    private String counted(String what, int number) {
        return switch (number) {
            case 0 -> "";
            case 1 -> text(what + ".one");
            default -> text(what + ".many", number(number));
        };
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
