package se.justera.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import se.justera.document.extract.Extract;
import se.justera.document.extract.ExtractJson;

/** Extracts as somebody would make them who has a key and bad intentions. Not yet sealed. */
public final class ForgedExtract {

    private ForgedExtract() {}

    /** A change of the pages. */
    public interface Change {
        void to(PDDocument pages) throws IOException;
    }

    /** The same extract with other words wherever they stand in its data. */
    public static Extract saying(Extract extract, String words, String others) {
        String json = new String(ExtractJson.write(extract), StandardCharsets.UTF_8);
        if (!json.contains(words)) {
            throw new IllegalArgumentException("the extract does not say " + words);
        }
        return ExtractJson.extract(json.replace(words, others).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    /** The pages of one extract with the data of another. */
    public static byte[] printing(Extract printed, Extract embedded) {
        return changed(
                printed, pages -> new EmbeddedProofs().embed(embedded, pages, Instant.parse("2026-09-15T08:00:00Z")));
    }

    /** The data cannot be read, but it says what it is. */
    public static byte[] withData(Extract printed, String json) {
        return changed(
                printed,
                pages -> new EmbeddedFiles(pages)
                        .add(
                                EmbeddedProofs.EXTRACT,
                                "Source",
                                "",
                                json.getBytes(StandardCharsets.UTF_8),
                                Instant.parse("2026-09-15T08:00:00Z")));
    }

    /** The extract's own pages and data, but the pages changed before the seal. */
    public static byte[] changed(Extract extract, Change change) {
        try (PDDocument pages = Loader.loadPDF(new CopySetter(Clock.systemUTC()).extractPdf(extract))) {
            change.to(pages);
            var out = new ByteArrayOutputStream();
            pages.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
