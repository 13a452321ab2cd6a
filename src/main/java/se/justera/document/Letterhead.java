package se.justera.document;

import java.util.Locale;

/**
 * The association's logo at the head of the first page.
 *
 * @param png drawn by ourselves: {@code association} lets no other picture in
 * @param width in pixels
 * @param height in pixels
 * @param alternative what a screen reader says in its place (ISO 14289-1, 7.3)
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a picture, never compared
public record Letterhead(byte[] png, int width, int height, String alternative) {

    /** The only address that the layout may open; it leads to {@link #png}. */
    static final String ADDRESS = "letterhead:logo";

    static final String SCHEME = "letterhead";

    private static final double WIDEST = 60;
    private static final double HIGHEST = 20;

    /** Width and height on paper, as the largest that has room. */
    String measures() {
        double scale = Math.min(WIDEST / width, HIGHEST / height);
        return String.format(Locale.ROOT, "width: %.1fmm; height: %.1fmm", width * scale, height * scale);
    }
}
