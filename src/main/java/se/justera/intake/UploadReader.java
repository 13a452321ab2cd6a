package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.justera.document.EmbeddedMinutes;
import se.justera.document.UnreadableMinutes;
import se.justera.minutes.Draft;

/** Chooses the reader by the file's ending and refuses what none of them reads. */
@Component
final class UploadReader implements DraftReader {

    private static final int LARGEST_TEXT = 5 * 1024 * 1024;
    private static final int LARGEST_PDF = 50 * 1024 * 1024;

    @Override
    public ImportedDraft read(String fileName, byte[] uploadedBytes, Locale locale) {
        var wording = new Wording(locale);
        String name = fileName.toLowerCase(Locale.ROOT);
        if (uploadedBytes.length == 0) {
            throw wording.refusal("import.empty");
        }
        if (name.endsWith(".txt") || name.endsWith(".text")) {
            String text = text(uploadedBytes, wording);
            return MarkdownLines.is(text)
                    ? new TextReader(wording).read(MarkdownLines.of(text))
                    : new TextReader(wording).read(text);
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return new TextReader(wording).read(MarkdownLines.of(text(uploadedBytes, wording)));
        }
        if (name.endsWith(".pdf")) {
            return new ImportedDraft(embedded(uploadedBytes, wording), List.of());
        }
        if (name.endsWith(".docx")) {
            return word(uploadedBytes, wording);
        }
        throw wording.refusal(
                name.endsWith(".doc") || name.endsWith(".docm") ? "import.word-old" : "import.unknown-ending");
    }

    /** The minutes' data in a PDF of ours; mail addresses never come out of one, whoever made it. */
    private static Draft embedded(byte[] bytes, Wording wording) {
        if (bytes.length > LARGEST_PDF) {
            throw wording.refusal("import.pdf-too-large", LARGEST_PDF / (1024 * 1024));
        }
        try {
            return new EmbeddedMinutes()
                    .read(bytes)
                    .map(Draft::withoutAddresses)
                    .orElseThrow(() -> wording.refusal("import.pdf-not-ours"));
        } catch (UnreadableMinutes unreadable) {
            throw new NotADraft(wording.text("import.pdf-unreadable"), unreadable);
        }
    }

    /** Read as the Markdown it amounts to; what Word adds to that is said in remarks. */
    private static ImportedDraft word(byte[] bytes, Wording wording) {
        WordFile file = WordFile.read(bytes, wording);
        ImportedDraft imported = new TextReader(wording).read(MarkdownLines.of(file.markdown()));
        var remarks = new ArrayList<>(imported.remarks());
        file.leftOut().forEach(key -> remarks.add(wording.remark("", Remark.Severity.REMARK, key)));
        return new ImportedDraft(file.withEdges(imported.draft()), List.copyOf(remarks));
    }

    private static String text(byte[] bytes, Wording wording) {
        if (bytes.length > LARGEST_TEXT) {
            throw wording.refusal("import.too-large", LARGEST_TEXT / (1024 * 1024));
        }
        return TextDecoder.decode(bytes).orElseThrow(() -> wording.refusal("import.not-text"));
    }
}
