package se.justera.validation.changes;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Revision;

/** A page of a revision as a reader sees it: a picture with all its annotations, and the lines of its text. */
public final class PageView {

    private static final float DPI = 60;
    private static final int MOST_LINES = 300;
    private static final int MOST_DOTS = 4_000_000;

    private final BufferedImage picture;
    private final List<String> lines;

    private PageView(BufferedImage picture, List<String> lines) {
        this.picture = picture;
        this.lines = lines;
    }

    /** The page of this number, counted from 1; null where there is none. */
    public static @Nullable PageView of(Revision revision, int number) throws IOException {
        PDDocument document = revision.document();
        if (number > document.getNumberOfPages()) {
            return null;
        }
        PDFTextStripper text = new PDFTextStripper();
        text.setSortByPosition(true);
        text.setStartPage(number);
        text.setEndPage(number);
        List<String> lines = text.getText(document)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
        return new PageView(picture(document, number), lines);
    }

    private static BufferedImage picture(PDDocument document, int number) throws IOException {
        var box = document.getPage(number - 1).getCropBox();
        float scale = DPI / 72;
        double dots = (double) box.getWidth() * box.getHeight() * scale * scale;
        if (dots > MOST_DOTS) {
            scale *= (float) Math.sqrt(MOST_DOTS / dots);
        }
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(number - 1, scale, ImageType.RGB);
    }

    public List<String> lines() {
        return lines;
    }

    /** Whether both look and read the same. */
    public boolean same(PageView other) {
        return lines.equals(other.lines)
                && picture.getWidth() == other.picture.getWidth()
                && picture.getHeight() == other.picture.getHeight()
                && Arrays.equals(dots(picture), dots(other.picture));
    }

    private static int[] dots(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /** The picture as PNG. */
    public byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
