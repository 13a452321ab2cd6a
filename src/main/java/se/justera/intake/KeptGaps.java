package se.justera.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of our own pages whose layout is kept shows by its blank lines what is a heading: that stands right over its text,
 * or further from what is above it than a paragraph does.
 */
final class KeptGaps {

    private KeptGaps() {}

    /** True where columns stand beside each other in a line. */
    static boolean areIn(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.text().contains("   "));
    }

    /** Marks lines that stand alone, one blank line below others, as what is no heading whatever it looks like. */
    static List<Line> marked(List<Line> lines) {
        var marked = new ArrayList<>(lines);
        boolean numbered =
                lines.stream().anyMatch(line -> Headline.of(line.text()).isPresent());
        for (int i = 3; i + 1 < lines.size(); i++) {
            boolean near = isNearer(lines, i) || (lines.get(i - 1).hasText() && isFar(lines, i - 1));
            boolean alone = lines.get(i).kind() == Line.Kind.TEXT
                    && near
                    && !lines.get(i + 1).hasText();
            if (alone && ProceedingsPart.of(lines.get(i).text()).isEmpty()) {
                marked.set(i, new Line(lines.get(i).text(), Line.Kind.PARAGRAPH));
            }
        }
        if (!numbered) {
            markHeadings(marked);
        }
        return marked;
    }

    /** Where no numbers tell matters, a heading that only one blank line parts from what is above it stands within a matter. */
    private static void markHeadings(List<Line> lines) {
        for (int i = lines.size() - 2; i > 2; i--) {
            Line line = lines.get(i);
            boolean heading = line.kind() == Line.Kind.TEXT
                    && isNearer(lines, i)
                    && lines.get(i + 1).hasText()
                    && HeadingStyle.looksLikeHeading(line.text());
            if (heading && ProceedingsPart.of(line.text()).isEmpty()) {
                lines.set(i, new Line(line.text(), Line.Kind.SUBHEADING));
                lines.add(i + 1, Line.BLANK);
            }
        }
    }

    private static boolean isNearer(List<Line> lines, int at) {
        return lines.get(at - 1).kind() == Line.Kind.BLANK && lines.get(at - 2).hasText();
    }

    private static boolean isFar(List<Line> lines, int at) {
        return !lines.get(at - 1).hasText() && !lines.get(at - 2).hasText();
    }
}
