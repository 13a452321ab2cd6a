package se.justera.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import se.justera.minutes.BadDraft;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/**
 * The minutes as data inside the PDF that shows them: {@code minutes.json}, an associated file with the relationship
 * Source (ISO 19005-3, 6.8), so that the signatures cover the data too.
 */
public final class EmbeddedMinutes {

    static final String FILE_NAME = "minutes.json";

    /**
     * The draft inside a PDF of ours; empty if there is none.
     *
     * @throws UnreadableMinutes if the bytes are no PDF that can be opened without a password, or the data in it is
     *     larger than 10 MiB or no draft
     */
    public Optional<Draft> read(byte[] uploadedPdf) {
        try (PDDocument document = Loader.loadPDF(uploadedPdf)) {
            return new EmbeddedFiles(document).read(FILE_NAME).map(EmbeddedMinutes::parse);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof UnreadableMinutes unreadable) {
                throw unreadable;
            }
            throw new UnreadableMinutes("the file is no PDF that can be opened", e);
        }
    }

    /** Embeds a draft without its mail addresses. */
    void embed(Draft draft, PDDocument document, Instant at) throws IOException {
        byte[] data = DraftJson.write(draft.withoutAddresses()).getBytes(StandardCharsets.UTF_8);
        new EmbeddedFiles(document).add(FILE_NAME, "Source", "Dokumentets innehåll som data", data, at);
    }

    private static Draft parse(byte[] data) {
        try {
            return DraftJson.read(data);
        } catch (BadDraft e) {
            throw new UnreadableMinutes("the data inside the PDF is no draft", e);
        }
    }
}
