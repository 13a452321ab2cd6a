package se.justera.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/**
 * The font of the appearances, embedded as a subset in each. It is parsed once (a tenth of a signature's time) and keeps a
 * reading position, so only one document at a time may use it: hold its monitor.
 */
final class AppearanceFont {

    private final TrueTypeFont type;

    AppearanceFont() {
        try (InputStream in = new ClassPathResource("fonts/SourceSans3-Regular.ttf").getInputStream()) {
            type = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the signatures is missing from the jar", e);
        }
        // a ligature would be a glyph that no Unicode text belongs to: not PDF/A, not searchable
        type.setEnableGsub(false);
    }

    PDType0Font embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, type, true);
    }

    /** The text without what the font cannot show. */
    String printable(String text) throws IOException {
        CmapLookup glyphs = type.getUnicodeCmapLookup();
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .map(c -> glyphs.getGlyphId(c) == 0 ? '?' : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
