package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.justera.document.extract.Extract;

/**
 * Extracts are kept for a hundred years: one that was made before must still show what its data say. If this fails after
 * a change of layout, words or font, the change belongs under a new format number (see docs/extract.md). As long as no
 * extract of this format has been handed out, {@link #main} writes the kept one anew.
 */
class KeptExtractTests {

    private static final String KEPT = "/extracts/justera-extract-1.pdf";

    @Test
    void anExtractOfTheFirstFormatStillShowsWhatItProves() throws IOException {
        byte[] kept = kept();
        Extract extract = new EmbeddedProofs().extract(kept).orElseThrow();

        assertThat(extract.leadsToItsRoot()).isTrue();
        assertThat(new PrintedExtract().isOf(kept, extract)).isTrue();
    }

    private static byte[] kept() throws IOException {
        try (InputStream in = KeptExtractTests.class.getResourceAsStream(KEPT)) {
            return Objects.requireNonNull(in, KEPT).readAllBytes();
        }
    }

    /** Writes the kept extract anew: {@code main("src/test/resources")}. */
    public static void main(String[] folder) throws IOException {
        SignedOriginal original = SignedOriginal.of("every-element");
        Integer[] all = new Integer[original.draft().items().size()];
        Arrays.setAll(all, i -> i);
        Extract extract = original.extract(all);
        Files.write(Path.of(folder[0], KEPT), new CopySetter(Clock.systemUTC()).extractPdf(extract));
    }
}
