package se.justera.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.util.Matrix;
import se.justera.document.Press.Proof;

/** A large light word below the text of every page; an artifact, so that a screen reader passes over it. */
final class Watermark {

    private static final float SIZE = 150;
    private static final float GREY = 0.92f;
    private static final double SLOPE = Math.toRadians(52);

    private final Proof proof;

    Watermark(Proof proof) {
        this.proof = proof;
    }

    void print(String word) throws IOException {
        for (PDPage page : proof.document().getPages()) {
            print(word, page);
        }
    }

    private void print(String word, PDPage page) throws IOException {
        float width = proof.bodyFont().getStringWidth(word) / 1000 * SIZE;
        PDRectangle paper = page.getMediaBox();
        var matrix = Matrix.getRotateInstance(SLOPE, paper.getWidth() / 2, paper.getHeight() / 2);
        matrix.translate(-width / 2, -SIZE / 3);
        try (var content = new PDPageContentStream(proof.document(), page, AppendMode.PREPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(kind()));
            content.saveGraphicsState();
            content.setNonStrokingColor(GREY);
            content.transform(matrix);
            draw(word, content);
            content.restoreGraphicsState();
            content.endMarkedContent();
        }
    }

    /** As outlines: letters would stand between those of the minutes in whatever takes the text out of the page. */
    private void draw(String word, PDPageContentStream content) throws IOException {
        PDFont font = proof.bodyFont();
        float scale = SIZE / 1000;
        float x = 0;
        for (int i = 0; i < word.length(); i++) {
            String letter = word.substring(i, i + 1);
            int code = font.readCode(new ByteArrayInputStream(font.encode(letter)));
            GeneralPath outline = ((PDVectorFont) font).getNormalizedPath(code);
            fill(outline.getPathIterator(new AffineTransform(scale, 0, 0, scale, x, 0)), content);
            x += font.getStringWidth(letter) * scale;
        }
    }

    private static void fill(PathIterator outline, PDPageContentStream content) throws IOException {
        float[] p = new float[6];
        float x = 0;
        float y = 0;
        boolean drawn = false;
        for (; !outline.isDone(); outline.next()) {
            int step = outline.currentSegment(p);
            switch (step) {
                case PathIterator.SEG_MOVETO -> content.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(p[0], p[1]);
                case PathIterator.SEG_QUADTO ->
                    content.curveTo(
                            x + (p[0] - x) * 2 / 3,
                            y + (p[1] - y) * 2 / 3,
                            p[2] + (p[0] - p[2]) * 2 / 3,
                            p[3] + (p[1] - p[3]) * 2 / 3,
                            p[2],
                            p[3]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> content.closePath();
            }
            drawn = true;
            int end = step == PathIterator.SEG_QUADTO ? 2 : step == PathIterator.SEG_CUBICTO ? 4 : 0;
            x = step == PathIterator.SEG_CLOSE ? x : p[end];
            y = step == PathIterator.SEG_CLOSE ? y : p[end + 1];
        }
        if (drawn) {
            content.fill();
        }
    }

    private static COSDictionary kind() {
        var kind = new COSDictionary();
        kind.setName(COSName.TYPE, "Pagination");
        kind.setName(COSName.SUBTYPE, "Watermark");
        return kind;
    }
}
