package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where, when and by whom minutes are adjusted, said in sentences or after the last matter instead of in the head. */
final class AdjustmentLines {

    private static final int LONGEST = 200;
    private static final Pattern ADJUSTS =
            Pattern.compile("(?iu)(?:(?:till )?att |för att )?(?:jämte|tillsammans med|förutom) "
                    + "(?<chair>(?:\\p{L}{1,20} )?ordförande\\p{L}{0,2}(?: .{3,60}?)?) justera(?:s)? (?:dagens |mötets )?protokoll(?:et)?,? "
                    + "(?:valdes|väljs|utsågs|utses|av) (?<who>\\p{Lu}.{3,120}?)\\.?");
    private static final Pattern KEEPS = Pattern.compile(
            "(?iu)(?:(?:som|till) )?(?:mötes)?sekreterare (?:är|var|valdes|utsågs) (?<who>\\p{Lu}.{3,80}?)\\.?");

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

    /** Takes in a paragraph of sentences that say who adjusts and who kept the minutes, if they say nothing else. */
    static boolean sayWho(String paragraph, HeadFacts facts) {
        var chairs = new ArrayList<Person>();
        var adjusters = new ArrayList<Person>();
        var secretaries = new ArrayList<Person>();
        for (String sentence : paragraph.length() > 3 * LONGEST ? List.of("") : Sentences.of(paragraph)) {
            Matcher adjusts = ADJUSTS.matcher(sentence);
            Matcher keeps = KEEPS.matcher(sentence);
            boolean read = adjusts.matches()
                    ? add(adjusts.group("who"), adjusters)
                    : keeps.matches() && add(keeps.group("who"), secretaries);
            if (!read) {
                return false;
            }
            if (adjusts.matches()) {
                chairs.addAll(People.of(adjusts.group("chair")).all());
            }
        }
        facts.sign(chairs, adjusters, secretaries);
        return true;
    }

    private static boolean add(String names, List<Person> to) {
        People people = People.of(names);
        to.addAll(people.all());
        return !people.all().isEmpty() && people.unread().isEmpty();
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
