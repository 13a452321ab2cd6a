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
    private static final Pattern CASE_AT_END = Pattern.compile("(?iu)(?:\\t| {2,})(?:dnr\\b.{1,40}|\\d{1,4})$");
    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?:innehåll|innehållsförteckning|ärendelista|ärendeförteckning|ärenden|föredragningslista|dagordning"
                    + "|(?:förteckning|översikt) över .{0,40}(?:ärenden|paragrafer).{0,60}|behandlade .{0,12}ärenden.{0,40}"
                    + "|innehållsförteckning\\W{0,20}(?:sid\\.?|sida)):?");

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
        if (entries.size() >= FEWEST && entries.size() <= MOST && standAgain(entries, end)) {
            return without(start, end);
        }
        int last = endOfHeadings(start);
        return last > start ? without(start, last) : new Left(lines, false);
    }

    /**
     * Headings one after the other, perhaps broken over two lines, whose numbers all begin matters again.
     *
     * @return the line after the last of them, or {@code start} where there is no such list
     */
    private int endOfHeadings(int start) {
        var entries = new ArrayList<Headline>();
        int end = start;
        int i = start;
        while (i < lines.size() && i - end < 2 && entries.size() <= MOST) {
            Headline line = isEntry(i) ? Headline.of(entry(i)).orElse(null) : null;
            if (line != null
                    && !entries.isEmpty()
                    && line.number() <= entries.get(entries.size() - 1).number()) {
                break;
            }
            if (line != null) {
                entries.add(line);
                end = i + 1;
            } else if (lines.get(i).hasText()
                    && i == end
                    && CASE_AT_END.matcher(lines.get(i).text()).find()) {
                end = i + 1;
            }
            i++;
        }
        return entries.size() >= 2 && beginAgain(entries, end) ? end : start;
    }

    private boolean beginAgain(List<Headline> entries, int from) {
        int i = from;
        for (Headline entry : entries) {
            while (i < lines.size() && !isAgain(entry, i)) {
                i++;
            }
            if (i == lines.size()) {
                return false;
            }
        }
        return true;
    }

    /** The number, with the beginning of the heading beside it or in one of the lines under it. */
    private boolean isAgain(Headline entry, int i) {
        boolean number = Headline.of(lines.get(i).text())
                .filter(h -> h.number() == entry.number())
                .isPresent();
        String words = plain(entry.heading().replaceFirst(" \\d{1,3}$", ""));
        String begins = words.substring(0, Math.min(20, words.length()));
        return number
                && lines.subList(i, Math.min(lines.size(), i + 5)).stream()
                        .anyMatch(line -> plain(line.text()).contains(begins));
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
