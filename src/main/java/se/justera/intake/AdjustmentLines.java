package se.justera.intake;

import java.util.ArrayList;
import java.util.List;

/** Where and when minutes are adjusted, said after the last matter or among the signatures instead of in the head. */
final class AdjustmentLines {

    private static final int LONGEST = 200;

    private AdjustmentLines() {}

    /** The blocks without such lines, which the facts have taken in. */
    static List<TextBlock> takenFrom(List<TextBlock> blocks, HeadFacts facts) {
        var rest = new ArrayList<TextBlock>();
        for (TextBlock block : blocks) {
            List<Line> lines = block.lines().stream()
                    .filter(line -> !isTaken(line.text(), facts))
                    .toList();
            if (lines.size() == block.lines().size()) {
                rest.add(block);
            } else if (!lines.isEmpty()) {
                rest.add(new TextBlock(lines, block.gap(), block.edgeBefore(), block.edgeAfter()));
            }
        }
        return List.copyOf(rest);
    }

    static Section takenFrom(Section section, HeadFacts facts) {
        return new Section(section.number(), section.heading(), takenFrom(section.blocks(), facts));
    }

    private static boolean isTaken(String line, HeadFacts facts) {
        HeadLabel.Found label = line.length() > LONGEST || !line.contains(":")
                ? null
                : HeadLabel.in(line).orElse(null);
        return label != null
                && (label.label() == HeadLabel.ADJUSTMENT || label.label() == HeadLabel.ADJUSTMENT_PLACE)
                && !label.value().isEmpty()
                && line.startsWith(label.written() + ":")
                && facts.readAdjustment(label.value());
    }
}
