package se.justera.document;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Writes every layout as a PDF into one folder and, if a second one is named, two pages of each as a picture into that:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=se.justera.document.LayoutPictures
 *     -Dexec.args="target/layouts docs/pictures/layouts"</pre>
 */
public final class LayoutPictures {

    private static final float SCALE = 0.85f;
    private static final int GAP = 14;
    private static final int COLOURS = 256;

    private LayoutPictures() {}

    public static void main(String[] args) throws IOException {
        Path pdfs = Files.createDirectories(Path.of(args[0]));
        for (Layouts layout : Layouts.values()) {
            byte[] pdf = layout.pdf();
            Files.write(pdfs.resolve(layout.fileName() + ".pdf"), pdf);
            if (args.length > 1) {
                Path pictures = Files.createDirectories(Path.of(args[1]));
                BufferedImage picture = withFewColours(sideBySide(pdf, layout.shownPages()));
                ImageIO.write(
                        picture,
                        "png",
                        pictures.resolve(layout.fileName() + ".png").toFile());
            }
        }
    }

    private static BufferedImage sideBySide(byte[] pdf, List<Integer> pages) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            BufferedImage all = null;
            for (int i = 0; i < pages.size(); i++) {
                BufferedImage page = renderer.renderImage(pages.get(i) - 1, SCALE, ImageType.RGB);
                if (all == null) {
                    all = desk(pages.size(), page);
                }
                Graphics2D canvas = all.createGraphics();
                canvas.drawImage(page, GAP + i * (page.getWidth() + GAP), GAP, null);
                canvas.dispose();
            }
            if (all == null) {
                throw new IllegalArgumentException("no pages to show");
            }
            return all;
        }
    }

    private static BufferedImage desk(int pages, BufferedImage page) {
        var desk = new BufferedImage(
                GAP + pages * (page.getWidth() + GAP), page.getHeight() + 2 * GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = desk.createGraphics();
        canvas.setColor(new java.awt.Color(0xd8d8d8));
        canvas.fillRect(0, 0, desk.getWidth(), desk.getHeight());
        canvas.dispose();
        return desk;
    }

    /** The same picture in its most frequent colours, each other pixel in the nearest of them. */
    private static BufferedImage withFewColours(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        Arrays.stream(pixels).forEach(p -> counts.merge(p, 1, Integer::sum));
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        var few = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int place = places.computeIfAbsent(pixels[i], colour -> nearest(palette, colour));
            few.getRaster().setSample(i % picture.getWidth(), i / picture.getWidth(), 0, place);
        }
        return few;
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = (palette[i] >> shift & 0xff) - (colour >> shift & 0xff);
                distance += difference * difference;
            }
            if (distance < smallest) {
                smallest = distance;
                best = i;
            }
        }
        return best;
    }
}
