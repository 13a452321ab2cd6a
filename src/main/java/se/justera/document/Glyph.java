package se.justera.document;

import java.awt.geom.Rectangle2D;

/**
 * One letter on a page.
 *
 * @param text what it is read as
 * @param shape what it looks like: its outline, independent of size
 * @param x of its origin, in points from the left
 * @param y of its base line, in points from the bottom
 */
record Glyph(String text, String shape, float x, float y, float size, float advance) {

    private static final float SMALL = 8;
    private static final float WORD_GAP = 0.15f;

    boolean isBlank() {
        return shape.isEmpty();
    }

    /** Raised marks, which stand on a line of their own. */
    boolean isSmall() {
        return size < SMALL;
    }

    boolean beginsWordAfter(Glyph before) {
        return x - before.x - before.advance > WORD_GAP * size;
    }

    /** Where nothing may be drawn or cut off, or the letter could be read as another. */
    Rectangle2D core() {
        return new Rectangle2D.Float(x, y + 0.1f * size, Math.max(advance * 0.9f, 0.5f), 0.3f * size);
    }
}
