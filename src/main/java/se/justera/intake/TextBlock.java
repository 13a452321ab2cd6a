package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines that stand together.
 *
 * @param gap how many blank lines stand before it
 * @param edgeBefore a page's edge stands before it, with nothing between
 * @param edgeAfter a page's edge stands after it, with nothing between
 */
record TextBlock(List<Line> lines, int gap, boolean edgeBefore, boolean edgeAfter) {

    /** The blocks of a text, cut at blank lines and page edges. */
    static List<TextBlock> of(List<Line> lines) {
        var blocks = new ArrayList<TextBlock>();
        int gap = 0;
        boolean edge = false;
        int i = 0;
        while (i < lines.size()) {
            if (!lines.get(i).hasText()) {
                edge |= lines.get(i).kind() == Line.Kind.PAGE_EDGE;
                gap++;
                i++;
                continue;
            }
            int end = i;
            while (end < lines.size() && lines.get(end).hasText()) {
                end++;
            }
            blocks.add(new TextBlock(List.copyOf(lines.subList(i, end)), gap, edge, isEdgeNext(lines, end)));
            i = end;
            gap = 0;
            edge = false;
        }
        return blocks;
    }

    private static boolean isEdgeNext(List<Line> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).kind() == Line.Kind.BLANK) {
            i++;
        }
        return i < lines.size() && lines.get(i).kind() == Line.Kind.PAGE_EDGE;
    }

    /** All of it as one line. */
    String text() {
        return joined(lines.size());
    }

    /** Its first lines as one line. */
    String joined(int count) {
        return lines.stream().limit(count).map(Line::text).collect(Collectors.joining(" "));
    }

    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    String first() {
        return lines.get(0).text();
    }

    String last() {
        return lines.get(lines.size() - 1).text();
    }

    boolean isSingle() {
        return lines.size() == 1;
    }

    /** True for a heading of a matter that the file marks as one. */
    boolean isHeading() {
        return isSingle() && lines.get(0).kind() == Line.Kind.HEADING;
    }

    /** True for any heading that the file marks as one. */
    boolean isMarked() {
        return isHeading() || (isSingle() && lines.get(0).kind() == Line.Kind.SUBHEADING);
    }

    /** True for a line that the file shows to be no heading. */
    boolean isParagraph() {
        return isSingle() && lines.get(0).kind() == Line.Kind.PARAGRAPH;
    }

    TextBlock from(int line) {
        return new TextBlock(lines.subList(line, lines.size()), 0, edgeBefore, edgeAfter);
    }

    TextBlock to(int line) {
        return new TextBlock(lines.subList(0, line), gap, edgeBefore, false);
    }
}
