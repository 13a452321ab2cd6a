package se.justera.document;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Lays XHTML out as pages of PDF/A-3a and PDF/UA-1 and leaves the document open to be finished. */
final class Press {

    private static final float PDF_VERSION = 1.7f;

    private final Fonts fonts;
    private final @Nullable Supplier<FSTextBreaker> lines;
    private final boolean evenTops;
    private final byte[] sRgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Press(Fonts fonts) {
        this(fonts, TiedWords::ofMinutes, true);
    }

    /**
     * @param lines where lines may break; null for the layout's own choice
     * @param evenTops whether the text of every page begins at the same height
     */
    Press(Fonts fonts, @Nullable Supplier<FSTextBreaker> lines, boolean evenTops) {
        this.fonts = fonts;
        this.lines = lines;
        this.evenTops = evenTops;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** The pages, not yet saved. */
    record Proof(PDDocument document, PDFont bodyFont, List<BoxOnPage> boxes, List<String> footnoteMarks)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            document.close();
        }
    }

    /**
     * Where an element came to stand, in points from the lower left corner of its page.
     *
     * @param page counted from 0
     */
    record BoxOnPage(String id, int page, float x, float y, float width, float height) {}

    /** @param boxIds elements whose places are wanted */
    Proof print(PageText.Xhtml xhtml, Pattern boxIds) throws IOException {
        var document = new PDDocument();
        try {
            var builder = new PdfRendererBuilder();
            Fonts.BodyFont bodyFont = fonts.offerTo(builder, document);
            if (lines != null) {
                builder.useUnicodeLineBreaker(lines.get());
            }
            PdfBoxRenderer renderer = builder.usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_3_A)
                    .usePdfUaAccessibility(true)
                    .usePdfVersion(PDF_VERSION)
                    .useColorProfile(sRgb)
                    .withProducer("Justera")
                    .useUriResolver((base, uri) -> isLogo(xhtml, uri) ? uri : null)
                    .useExternalResourceAccessControl(
                            (uri, type) -> isLogo(xhtml, uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useProtocolsStreamImplementation(address -> new LogoStream(xhtml.letterhead()), Letterhead.SCHEME)
                    .withW3cDocument(parse(xhtml.text()), "")
                    .toStream(OutputStream.nullOutputStream())
                    .buildPdfRenderer();
            layOut(renderer);
            document.setVersion(PDF_VERSION);
            document.getDocument().setVersion(PDF_VERSION);
            List<BoxOnPage> boxes = renderer.findPagePositionsByID(boxIds).stream()
                    .map(Press::place)
                    .toList();
            return new Proof(document, bodyFont.supply(), boxes, xhtml.footnoteMarks());
        } catch (IOException | RuntimeException e) {
            document.close();
            throw e;
        }
    }

    /** The layout looks in all jars of the context for who writes its XMP, for each document; Java itself has it. */
    private void layOut(PdfBoxRenderer renderer) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            if (evenTops) {
                renderer.layout();
                PageTops.align(renderer);
            }
            renderer.createPDFWithoutClosing();
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    private static boolean isLogo(PageText.Xhtml xhtml, String uri) {
        return xhtml.letterhead() != null && Letterhead.ADDRESS.equals(uri);
    }

    /** The only thing that the layout can open. */
    private record LogoStream(@Nullable Letterhead letterhead) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(Objects.requireNonNull(letterhead).png());
        }

        @Override
        public Reader getReader() {
            throw new UnsupportedOperationException("a logo is no text");
        }
    }

    private static BoxOnPage place(PagePosition<Box> position) {
        return new BoxOnPage(
                position.getId(),
                position.getPageNo(),
                position.getX(),
                position.getY(),
                position.getWidth(),
                position.getHeight());
    }

    private static Document parse(String xhtml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("our own XHTML is not well-formed", e);
        }
    }
}
