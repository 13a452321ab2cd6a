package se.justera.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * An appearance's text, wrapped and scaled down until it fits its box.
 *
 * @param lines top to bottom
 * @param height of all lines together, in points
 */
record FittedText(List<Line> lines, float height) {

    /** No line breaks between "kl." and the time. */
    private static final Pattern SPACES = Pattern.compile("(?<!\\bkl\\.) ");

    private static final float NAME_SIZE = 12;
    private static final float TEXT_SIZE = 7.5f;
    private static final float LEADING = 1.25f;
    private static final float SMALLEST_SCALE = 0.3f;
    private static final float STEP = 0.95f;

    /**
     * One printed line.
     *
     * @param size of the font, in points
     */
    record Line(String text, float size, boolean isName) {
        float leading() {
            return size * LEADING;
        }
    }

    /**
     * Fits a text into a box.
     *
     * @param measure the width of a text in points at a font size
     */
    static FittedText of(Appearance appearance, float width, float height, BiFunction<String, Float, Float> measure) {
        FittedText fitted = at(1, appearance, width, measure);
        for (float scale = STEP; fitted.height() > height && scale >= SMALLEST_SCALE; scale *= STEP) {
            fitted = at(scale, appearance, width, measure);
        }
        return fitted;
    }

    private static FittedText at(
            float scale, Appearance appearance, float width, BiFunction<String, Float, Float> measure) {
        List<Line> lines = new ArrayList<>();
        wrap(appearance.name(), width, NAME_SIZE * scale, measure)
                .forEach(text -> lines.add(new Line(text, NAME_SIZE * scale, true)));
        for (String paragraph : appearance.lines()) {
            wrap(paragraph, width, TEXT_SIZE * scale, measure)
                    .forEach(text -> lines.add(new Line(text, TEXT_SIZE * scale, false)));
        }
        return new FittedText(
                lines, (float) lines.stream().mapToDouble(Line::leading).sum());
    }

    private static List<String> wrap(
            String paragraph, float width, float size, BiFunction<String, Float, Float> measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACES.split(paragraph, -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && measure.apply(longer, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
