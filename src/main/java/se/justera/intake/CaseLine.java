package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The registration number (diarienummer) of a matter, in the line under its heading or at the heading's end.
 *
 * @param rest the matter without the line; a heading keeps its number
 */
record CaseLine(@Nullable String number, Section rest) {

    private static final int LONGEST = 120;
    private static final String ONE = "(?:\\p{Lu}\\p{L}{0,7}[ ./-]{0,2})?\\d[\\d./:–-]{0,24}(?<![./:–-])";
    private static final String NUMBERS = ONE + "(?:(?:, ?| och )" + ONE + "){0,5}";
    private static final String LABEL = "(?:dnr|d\\.nr|diarienr|diarienummer|diarie nr|ärendenr|ärendenummer)\\.?";
    private static final Pattern LINE =
            Pattern.compile("(?u)(?:(?i:" + LABEL + ")[ :\\t]{1,5}(?<n>" + NUMBERS + ")"
                    + "|(?i:ärende)[ :]{1,3}(?<case>(?:19|20)\\d\\d[/:-]\\d{1,8})"
                    + "|(?<bare>\\p{Lu}{1,8}[ -]?(?:19|20)\\d\\d[/:-]\\d{1,8}))\\.?");
    private static final Pattern AT_END =
            Pattern.compile("(?u).{2,200}?[ ,(–-]{1,4}(?i:" + LABEL + ")[ :]{1,3}(?<n>" + NUMBERS + ")\\)?");

    static CaseLine of(Section section) {
        String inHeading = inHeading(section.heading());
        List<TextBlock> blocks = section.blocks();
        if (blocks.isEmpty() || (section.number() == null && section.heading() == null)) {
            return new CaseLine(inHeading, section);
        }
        TextBlock first = blocks.get(0);
        String number = in(first.first());
        if (number == null || inHeading != null) {
            return new CaseLine(inHeading, section);
        }
        var rest = new ArrayList<>(blocks.subList(1, blocks.size()));
        if (!first.isSingle()) {
            rest.add(0, first.from(1));
        }
        return new CaseLine(number, new Section(section.number(), section.heading(), List.copyOf(rest)));
    }

    /** True for a line that says the number of a case and nothing else. */
    static boolean is(String line) {
        return in(line) != null;
    }

    private static @Nullable String in(String line) {
        Matcher m = LINE.matcher(line);
        if (line.length() > LONGEST || !m.matches()) {
            return null;
        }
        String labelled = m.group("n") == null ? m.group("case") : m.group("n");
        return labelled == null ? m.group("bare") : labelled;
    }

    private static @Nullable String inHeading(@Nullable String heading) {
        Matcher m = AT_END.matcher(heading == null ? "" : heading);
        return m.matches() ? m.group("n") : null;
    }
}
