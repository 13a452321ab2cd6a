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

/** The font of the appearances, embedded as a subset in each. */
final class AppearanceFont {

    private final byte[] file;

    AppearanceFont() {
        try (InputStream in = new ClassPathResource("fonts/SourceSans3-Regular.ttf").getInputStream()) {
            file = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the signatures is missing from the jar", e);
        }
    }

    /** A fresh parse: neither the font nor what is embedded of it can be shared between documents. */
    TrueTypeFont parse() throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // a ligature would be a glyph that no Unicode text belongs to: not PDF/A, not searchable
        font.setEnableGsub(false);
        return font;
    }

    static PDType0Font embed(PDDocument document, TrueTypeFont font) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    /** The text without what the font cannot show. */
    static String printable(String text, TrueTypeFont font) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .map(c -> glyphs.getGlyphId(c) == 0 ? '?' : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
