package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown (CommonMark's headings, lists, quotes, emphasis; tables and footnotes of its common extensions) as lines:
 * headings are marked, labels in bold lose their asterisks, strong emphasis becomes emphasis, rules go.
 */
final class MarkdownLines {

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s++(.{0,400}?)(?:\\s++#++)?", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("(?:-{3,80}|\\*{3,80}|_{3,80}|(?:[-*_] ){2,40}[-*_])");
    private static final Pattern BOLD_LABEL = Pattern.compile("^(\\*\\*|__)([^*_]{1,80}+)\\1");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*\\n]{1,2000}+)\\*\\*|__([^_\\n]{1,2000}+)__");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([.#+\\-!])");

    private MarkdownLines() {}

    static List<Line> of(String text) {
        List<Line> source = SourceLines.of(text);
        int matters = levelOfMatters(source);
        var lines = new ArrayList<Line>();
        for (Line line : source) {
            Matcher heading = HEADING.matcher(line.text());
            if (line.hasText() && RULE.matcher(line.text()).matches()) {
                lines.add(Line.BLANK);
            } else if (line.hasText() && heading.matches()) {
                lines.add(Line.BLANK);
                lines.add(heading(plain(heading.group(2)), heading.group(1).length(), matters));
                lines.add(Line.BLANK);
            } else {
                lines.add(line.hasText() ? line.withText(plain(line.text())) : line);
            }
        }
        return lines;
    }

    /** The highest level that stands more than once; a single heading above it is the title. */
    private static int levelOfMatters(List<Line> source) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Line line : source) {
            Matcher heading = HEADING.matcher(line.text());
            if (heading.matches()) {
                counts.merge(heading.group(1).length(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(6);
    }

    private static Line heading(String text, int level, int matters) {
        if (level < matters || Headline.of(text).isPresent()) {
            return Line.of(text);
        }
        return new Line(text, level == matters ? Line.Kind.HEADING : Line.Kind.SUBHEADING);
    }

    private static String plain(String text) {
        String labelled = BOLD_LABEL.matcher(text).replaceFirst("$2");
        String emphasised = STRONG.matcher(labelled).replaceAll("*$1$2*");
        return ESCAPED.matcher(emphasised).replaceAll("$1");
    }
}
