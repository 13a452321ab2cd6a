package se.justera.document;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a page shows as long as it is upright dark letters and thin rules; anything else makes the page odd. So
 * nothing can be seen that is not read, and nothing read that is not seen.
 */
final class InkReader extends PDFGraphicsStreamEngine {

    private static final float THICKEST_RULE = 3.2f;
    private static final float SHORTEST_RULE = 8;
    private static final float LARGEST_BULLET = 6;
    private static final float SMALLEST = 5;
    private static final float LARGEST = 40;
    private static final double LIGHTEST = 0.55;
    private static final int MOST_GLYPHS = 2_000_000;

    private final List<Glyph> body = new ArrayList<>();
    private final List<Glyph> edges = new ArrayList<>();
    private final List<Shape> rules = new ArrayList<>();
    private final List<Shape> bullets = new ArrayList<>();
    private final Deque<Boolean> artifacts = new ArrayDeque<>();
    private final Map<PDFont, Map<Integer, String>> shapes = new HashMap<>();
    private GeneralPath path = new GeneralPath();
    private int clipping = -1;
    private boolean bent;
    private boolean odd;

    private InkReader(PDPage page) {
        super(page);
    }

    /** What one page shows. */
    record Page(List<Glyph> body, List<Glyph> edges, int rules, int bullets, boolean odd) {}

    static Page read(PDPage page) throws IOException {
        var reader = new InkReader(page);
        reader.processPage(page);
        return new Page(
                reader.body,
                reader.edges,
                reader.rules.size(),
                reader.bullets.size(),
                reader.odd || isOddSheet(page) || reader.hidesLetters());
    }

    private static boolean isOddSheet(PDPage page) {
        Rectangle2D shown = page.getCropBox().toGeneralPath().getBounds2D();
        Rectangle2D whole = page.getMediaBox().toGeneralPath().getBounds2D();
        return !shown.equals(whole) || page.getRotation() != 0 || page.getUserUnit() != 1;
    }

    private boolean hidesLetters() {
        Rectangle2D paper = getPage().getMediaBox().toGeneralPath().getBounds2D();
        List<Glyph> all = new ArrayList<>(body);
        all.addAll(edges);
        return all.stream().map(Glyph::core).anyMatch(core -> !paper.contains(core) || isCrossed(core));
    }

    private boolean isCrossed(Rectangle2D core) {
        return Stream.concat(rules.stream(), bullets.stream()).anyMatch(drawn -> drawn.intersects(core));
    }

    @Override
    protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        float size = matrix.getScaleX();
        boolean upright = matrix.getShearX() == 0 && matrix.getShearY() == 0;
        boolean even = Math.abs(matrix.getScaleY() - size) < 0.02f * Math.abs(size);
        String text = font.toUnicode(code);
        String shape = shape(font, code);
        var glyph = new Glyph(
                text == null ? "" : text,
                shape,
                matrix.getTranslateX(),
                matrix.getTranslateY(),
                size,
                displacement.getX() * size);
        if (!glyph.isBlank()) {
            boolean sized = size >= SMALLEST && size <= LARGEST;
            odd |= text == null || !upright || !even || !sized || !isPlainlyVisible(glyph);
            (artifacts.contains(true) ? edges : body).add(glyph);
            odd |= body.size() + edges.size() > MOST_GLYPHS;
        }
    }

    private boolean isPlainlyVisible(Glyph glyph) throws IOException {
        PDGraphicsState state = getGraphicsState();
        return state.getTextState().getRenderingMode() == RenderingMode.FILL
                && isOpaque(state)
                && lightness(state.getNonStrokingColor()) < LIGHTEST
                && state.getCurrentClippingPath().contains(glyph.core());
    }

    private static boolean isOpaque(PDGraphicsState state) {
        return state.getNonStrokeAlphaConstant() == 1
                && state.getAlphaConstant() == 1
                && state.getSoftMask() == null
                && state.getBlendMode() == BlendMode.NORMAL;
    }

    private static double lightness(PDColor color) throws IOException {
        if (color.getColorSpace() == null || color.isPattern()) {
            return 1;
        }
        int rgb = color.toRGB();
        return (0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 255;
    }

    private String shape(PDFont font, int code) throws IOException {
        if (!(font instanceof PDVectorFont outlines) || !font.isEmbedded()) {
            odd = true;
            return "?";
        }
        Map<Integer, String> known = shapes.computeIfAbsent(font, f -> new HashMap<>());
        String shape = known.get(code);
        if (shape == null) {
            shape = outline(outlines.getNormalizedPath(code));
            known.put(code, shape);
        }
        return shape;
    }

    private static String outline(GeneralPath path) {
        var text = new StringBuilder();
        float[] points = new float[6];
        for (PathIterator step = path.getPathIterator(null); !step.isDone(); step.next()) {
            int kind = step.currentSegment(points);
            int used = kind == PathIterator.SEG_CLOSE
                    ? 0
                    : kind == PathIterator.SEG_CUBICTO ? 6 : kind == PathIterator.SEG_QUADTO ? 4 : 2;
            text.append(kind);
            for (int i = 0; i < used; i++) {
                text.append(' ').append(Math.round(points[i]));
            }
            text.append(';');
        }
        return text.toString();
    }

    @Override
    protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, Vector displacement) {
        odd = true;
    }

    @Override
    protected void processType3Stream(PDType3CharProc glyph, Matrix matrix) {
        odd = true;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        artifacts.push(COSName.ARTIFACT.equals(tag));
        odd |= COSName.OC.equals(tag);
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        artifacts.poll();
        super.endMarkedContentSequence();
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) {
        odd = true;
    }

    @Override
    public void drawImage(PDImage image) {
        odd = true;
    }

    @Override
    public void shadingFill(COSName name) {
        odd = true;
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        clipping = windingRule;
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        }
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x1, y1);
        }
        path.curveTo(x1, y1, x2, y2, x3, y3);
        bent = true;
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        if (clipping != -1) {
            path.setWindingRule(clipping);
            getGraphicsState().intersectClippingPath(path);
            clipping = -1;
        }
        path = new GeneralPath();
        bent = false;
    }

    @Override
    public void strokePath() {
        float width = Math.max(0.1f, transformWidth(getGraphicsState().getLineWidth()));
        rule(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER).createStrokedShape(path));
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        path.setWindingRule(windingRule);
        rule(new Path2D.Float(path));
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        odd = true;
        endPath();
    }

    private void rule(Shape whole) {
        var shape = new Area(whole);
        shape.intersect(getGraphicsState().getCurrentClippingPath());
        if (shape.isEmpty()) {
            return;
        }
        Rectangle2D bounds = shape.getBounds2D();
        double shorter = Math.min(bounds.getWidth(), bounds.getHeight());
        double longer = Math.max(bounds.getWidth(), bounds.getHeight());
        boolean bullet = longer <= LARGEST_BULLET;
        boolean rule = !bent && shorter <= THICKEST_RULE && longer >= SHORTEST_RULE;
        odd |= !(bullet || rule);
        (bullet ? bullets : rules).add(shape);
    }
}
