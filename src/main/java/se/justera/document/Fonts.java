package se.justera.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The typeface of all documents, Source Sans 3 (SIL OFL 1.1), in the four faces that are embedded as subsets. */
final class Fonts {

    static final String FAMILY = "Source Sans 3";

    private static final int LAST = 0x1FFFF;

    private final List<Face> faces = List.of(
            new Face("Regular", 400, FontStyle.NORMAL),
            new Face("Bold", 700, FontStyle.NORMAL),
            new Face("It", 400, FontStyle.ITALIC),
            new Face("BoldIt", 700, FontStyle.ITALIC));
    private final BitSet glyphs = new BitSet(LAST);

    Fonts() {
        glyphs.set(0, LAST);
        faces.forEach(face -> glyphs.and(face.characters()));
    }

    /** True if every face can show this character. */
    boolean haveGlyph(int codePoint) {
        return glyphs.get(codePoint);
    }

    /** Makes the faces known to the renderer of one document; the answer is the regular face in that document. */
    BodyFont offerTo(PdfRendererBuilder builder, PDDocument document) {
        var body = new BodyFont(faces.get(0), document);
        builder.useFont(body, FAMILY, 400, FontStyle.NORMAL, true);
        for (Face face : faces.subList(1, faces.size())) {
            builder.useFont(new BodyFont(face, document), FAMILY, face.weight(), face.style(), true);
        }
        return body;
    }

    /** A face loaded into one document when it is first needed. */
    static final class BodyFont extends PDFontSupplier {

        private final Face face;
        private final PDDocument document;
        private @Nullable PDFont font;

        private BodyFont(Face face, PDDocument document) {
            super(null);
            this.face = face;
            this.document = document;
        }

        @Override
        public PDFont supply() {
            if (font == null) {
                font = face.loadInto(document);
            }
            return font;
        }
    }

    /** One font file. */
    private static final class Face {

        private final byte[] file;
        private final int weight;
        private final FontStyle style;

        Face(String name, int weight, FontStyle style) {
            this.file = read("/fonts/SourceSans3-" + name + ".ttf");
            this.weight = weight;
            this.style = style;
        }

        int weight() {
            return weight;
        }

        FontStyle style() {
            return style;
        }

        BitSet characters() {
            var found = new BitSet(LAST);
            try (TrueTypeFont font = parse()) {
                CmapLookup cmap = font.getUnicodeCmapLookup();
                for (int c = ' '; c < LAST; c++) {
                    found.set(c, cmap.getGlyphId(c) != 0);
                }
                return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Without ligatures: PDFBox would set "ft" as one glyph that has no ToUnicode entry, which breaks searching and
         * PDF/A-3a (ISO 19005-3, 6.2.11.7.2).
         */
        PDFont loadInto(PDDocument document) {
            try {
                TrueTypeFont font = parse();
                font.setEnableGsub(false);
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private TrueTypeFont parse() throws IOException {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        }

        private static byte[] read(String resource) {
            try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the jar lacks " + resource);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
