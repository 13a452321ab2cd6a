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
    private static final Pattern SLANTED = Pattern.compile("(?<![\\p{L}\\d_])_([^_\\n]{1,2000}+)_(?![\\p{L}\\d_])");
    private static final Pattern UNDERLINE = Pattern.compile("={3,200}|-{3,200}");
    private static final Pattern FORCED_BREAK = Pattern.compile("\\\\$");
    /** Lines that nobody writes but in Markdown: the rule of a table, a heading, a line all in bold. */
    private static final Pattern MARK = Pattern.compile(
            "(?m)^(?:\\|(?: ?:?-{3,80}:? ?\\|){1,20}|#{1,6} \\S.{0,400}|\\*\\*[^*\\n]{1,200}\\*\\*)[ \t\r]*$");

    private static final int FEWEST_MARKS = 3;
    private static final Pattern ESCAPED = Pattern.compile("\\\\([.#+\\-!])");

    private MarkdownLines() {}

    /** True for a text that is Markdown whatever its file is called. */
    static boolean is(String text) {
        return MARK.matcher(text).results().limit(FEWEST_MARKS).count() == FEWEST_MARKS;
    }

    static List<Line> of(String text) {
        List<Line> source = withMarkedHeadings(SourceLines.of(text));
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

    /** Headings that a line of "=" or "-" right under them makes, written as the others are. */
    private static List<Line> withMarkedHeadings(List<Line> source) {
        var lines = new ArrayList<Line>();
        for (Line line : source) {
            Line last = lines.isEmpty() ? Line.BLANK : lines.get(lines.size() - 1);
            boolean alone = lines.size() < 2 || !lines.get(lines.size() - 2).hasText();
            boolean heading = last.hasText()
                    && alone
                    && last.text().length() < 200
                    && UNDERLINE.matcher(line.text()).matches();
            if (heading) {
                String level = line.text().startsWith("=") ? "# " : "## ";
                lines.set(lines.size() - 1, last.withText(level + last.text()));
            } else {
                lines.add(line);
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
        String slanted = SLANTED.matcher(emphasised).replaceAll("*$1*");
        return FORCED_BREAK.matcher(ESCAPED.matcher(slanted).replaceAll("$1")).replaceFirst("");
    }
}
