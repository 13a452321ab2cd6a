package se.justera.validation.changes;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Revision;

/**
 * Pages compared as pictures, without the looks of signatures. Slow, so only where DSS sees a change of an object that
 * says the same to us: the pictures then decide.
 */
public final class SamePages {

    private static final float DPI = 48;
    private static final int MOST_PAGES = 40;

    private SamePages() {}

    /** Whether the first pages look the same after so many bytes of the file as in the whole of it. */
    public static boolean of(byte[] file, int signed, Revision whole) {
        try (Revision before = Revision.of(file, signed)) {
            int pages = whole.document().getNumberOfPages();
            if (before.document().getNumberOfPages() != pages) {
                return false;
            }
            PDFRenderer was = renderer(before.document());
            PDFRenderer is = renderer(whole.document());
            for (int page = 0; page < Math.min(pages, MOST_PAGES); page++) {
                if (!same(
                        was.renderImageWithDPI(page, DPI, ImageType.RGB),
                        is.renderImageWithDPI(page, DPI, ImageType.RGB))) {
                    return false;
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static PDFRenderer renderer(PDDocument document) {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        renderer.setAnnotationsFilter(annotation -> !showsASignature(annotation));
        return renderer;
    }

    private static boolean showsASignature(PDAnnotation annotation) {
        COSDictionary field = annotation.getCOSObject();
        COSDictionary parent = Cos.entries(field.getItem(COSName.PARENT));
        return COSName.SIG.equals(field.getCOSName(COSName.FT)) || COSName.SIG.equals(parent.getCOSName(COSName.FT));
    }

    private static boolean same(BufferedImage was, BufferedImage is) {
        return was.getWidth() == is.getWidth()
                && was.getHeight() == is.getHeight()
                && Arrays.equals(dots(was), dots(is));
    }

    private static int[] dots(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
