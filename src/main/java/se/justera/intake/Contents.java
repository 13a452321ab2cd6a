package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out a list of contents before the matters, all of whose headings stand again above their text. */
final class Contents {

    private static final int FEWEST = 3;
    private static final int MOST = 300;
    private static final Pattern LEADER =
            Pattern.compile("(?<text>.*?\\S)(?: ?(?:[.…·] ?){3,200}| {2,}|\t+) ?\\d{1,4}");
    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?:innehåll|innehållsförteckning|ärendelista|ärendeförteckning|ärenden|föredragningslista|dagordning):?");

    private final List<Line> lines;

    private Contents(List<Line> lines) {
        this.lines = lines;
    }

    /** @param found whether there was such a list */
    record Left(List<Line> lines, boolean found) {}

    static Left leftOf(List<Line> lines) {
        return new Contents(lines).left();
    }

    private Left left() {
        int start = 0;
        while (start < lines.size() && !isEntry(start)) {
            start++;
        }
        var entries = new ArrayList<String>();
        int end = start;
        int i = start;
        while (i < lines.size()
                && entries.size() <= MOST
                && (isEntry(i) || !lines.get(i).hasText())) {
            if (lines.get(i).hasText()) {
                entries.add(entry(i));
                end = i + 1;
            }
            i++;
        }
        return entries.size() >= FEWEST && entries.size() <= MOST && standAgain(entries, end)
                ? without(start, end)
                : new Left(lines, false);
    }

    private boolean isEntry(int i) {
        return lines.get(i).hasText()
                && lines.get(i).text().length() < Headline.LONGEST_HEADING
                && Headline.of(entry(i)).filter(h -> !h.heading().isEmpty()).isPresent();
    }

    /** The line without dots and the number of a page. */
    private String entry(int i) {
        Matcher leader = LEADER.matcher(lines.get(i).text());
        return leader.matches() ? leader.group("text") : lines.get(i).text();
    }

    private boolean standAgain(List<String> entries, int end) {
        String rest = lines.subList(end, lines.size()).stream()
                .map(line -> line.hasText() ? plain(line.text()) : "")
                .collect(Collectors.joining());
        int at = 0;
        for (String entry : entries) {
            int found = rest.indexOf(plain(entry), at);
            if (found < 0) {
                return false;
            }
            at = found + 1;
        }
        return true;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s-]+", "");
    }

    private Left without(int start, int end) {
        var left = new ArrayList<>(lines.subList(0, start));
        int title = left.size() - 1;
        while (title >= 0 && !left.get(title).hasText()) {
            title--;
        }
        if (title >= 0 && TITLE.matcher(left.get(title).text()).matches()) {
            left.set(title, Line.BLANK);
        }
        left.add(Line.PAGE_EDGE);
        left.addAll(lines.subList(end, lines.size()));
        return new Left(left, true);
    }
}
