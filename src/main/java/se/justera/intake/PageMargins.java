package se.justera.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * In a text whose pages are marked with form feeds: sets the lines that recur at the top or foot of pages apart from
 * the text they run into, so that they can be counted as blocks.
 */
final class PageMargins {

    private static final int DEPTH = 6;

    private PageMargins() {}

    static List<Line> separated(List<Line> lines) {
        List<List<Line>> pages = pages(lines);
        if (pages.size() < 2) {
            return lines;
        }
        Set<String> recurring = recurring(pages);
        var separated = new ArrayList<Line>();
        boolean numbered = count(pages) > 1;
        for (int i = 0; i < pages.size(); i++) {
            if (!separated.isEmpty()) {
                separated.add(Line.PAGE_EDGE);
            }
            add(numbered ? withoutNumber(pages.get(i), i + 1) : pages.get(i), recurring, separated);
        }
        return separated;
    }

    /** How many pages end with a line that is their number and nothing else. */
    private static long count(List<List<Line>> pages) {
        return IntStream.range(0, pages.size())
                .filter(i -> numberLine(pages.get(i), i + 1) >= 0)
                .count();
    }

    private static int numberLine(List<Line> page, int number) {
        int last = page.size() - 1;
        while (last >= 0 && !page.get(last).hasText()) {
            last--;
        }
        return last >= 0 && page.get(last).text().strip().equals(String.valueOf(number)) ? last : -1;
    }

    private static List<Line> withoutNumber(List<Line> page, int number) {
        int at = numberLine(page, number);
        var left = new ArrayList<>(page);
        if (at >= 0) {
            left.set(at, Line.BLANK);
        }
        return left;
    }

    private static List<List<Line>> pages(List<Line> lines) {
        var pages = new ArrayList<List<Line>>();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).kind() == Line.Kind.PAGE_EDGE) {
                pages.add(lines.subList(start, i));
                start = i + 1;
            }
        }
        return pages;
    }

    private static Set<String> recurring(List<List<Line>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<Line> page : pages) {
            var keys = new HashSet<String>();
            List<Line> text = page.stream().filter(Line::hasText).toList();
            text.stream().limit(DEPTH).forEach(l -> keys.add(key(l)));
            text.stream().skip(Math.max(0, text.size() - DEPTH)).forEach(l -> keys.add(key(l)));
            keys.forEach(k -> counts.merge(k, 1, Integer::sum));
        }
        int enough = Math.max(2, pages.size() / 2);
        var recurring = new HashSet<String>();
        counts.forEach((key, count) -> {
            if (count >= enough) {
                recurring.add(key);
            }
        });
        return recurring;
    }

    private static void add(List<Line> page, Set<String> recurring, List<Line> to) {
        int first = 0;
        while (first < page.size() && isMargin(page.get(first), recurring)) {
            first++;
        }
        int last = page.size();
        while (last > first && isMargin(page.get(last - 1), recurring)) {
            last--;
        }
        to.addAll(page.subList(0, first));
        to.add(Line.BLANK);
        to.addAll(page.subList(first, last));
        to.add(Line.BLANK);
        to.addAll(page.subList(last, page.size()));
    }

    private static boolean isMargin(Line line, Set<String> recurring) {
        return !line.hasText() || recurring.contains(key(line));
    }

    private static String key(Line line) {
        return PageNumber.masked(line.text()).toLowerCase(Locale.ROOT);
    }
}
