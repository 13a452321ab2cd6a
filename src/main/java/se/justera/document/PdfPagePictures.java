package se.justera.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * Draws pages at {@value #DPI} dpi with what stands in their signature fields. Pages larger than A3 and pictures over
 * {@value #MOST_BYTES} bytes come out coarser.
 */
@Component
public final class PdfPagePictures implements PagePictures {

    private static final float DPI = 132;
    private static final float POINTS_PER_INCH = 72;
    private static final double MOST_PIXELS = 3_400_000;
    private static final int MOST_BYTES = 2_000_000;
    private static final int COARSEST = 4;

    @Override
    public int pageCount(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UnreadableMinutes("the file is no PDF that can be opened", e);
        }
    }

    @Override
    public byte[] png(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new IndexOutOfBoundsException("no page " + page + " of " + document.getNumberOfPages());
            }
            float scale = scale(document.getPage(page - 1).getCropBox());
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            byte[] png = draw(renderer, page, scale);
            for (int n = 1; n < COARSEST && png.length > MOST_BYTES; n++) {
                scale /= 1.5f;
                png = draw(renderer, page, scale);
            }
            return png;
        } catch (IOException e) {
            throw new UnreadableMinutes("the file is no PDF that can be opened", e);
        }
    }

    private static float scale(PDRectangle paper) {
        double squarePoints = Math.max(1, (double) paper.getWidth() * paper.getHeight());
        return (float) Math.min(DPI / POINTS_PER_INCH, Math.sqrt(MOST_PIXELS / squarePoints));
    }

    private static byte[] draw(PDFRenderer renderer, int page, float scale) throws IOException {
        BufferedImage picture = renderer.renderImage(page - 1, scale, ImageType.RGB);
        var out = new ByteArrayOutputStream(256 * 1024);
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(picture, "png", stream);
        }
        return out.toByteArray();
    }
}
