package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.justera.document.OwnSentences;

/**
 * Takes out of a text what our own pages say besides the minutes: about drafts, about electronic signatures, and the
 * line at the head of pages. A text that holds none of it is left as it is.
 */
final class OwnWords {

    private static final List<String> SENTENCES = OwnSentences.whole();
    private static final List<String> BEGINNINGS = OwnSentences.beginnings();
    private static final String DRAFT = OwnSentences.draft();
    private static final Pattern PAGE_HEAD = Pattern.compile(
            "(?u)[^·]{2,80} · .{0,200}?(?:\\d{4}-\\d{2}-\\d{2}|Nr \\d{1,4}+(?:/\\d{4})?+(?! ·))(?<rest>.*)");
    private static final Pattern REST_OF_DATE = Pattern.compile("(?:.{1,80} · )?[\\d/-]{2,10}");
    private static final Pattern PAGE_NUMBER = Pattern.compile("Sida \\d{1,5} \\(\\d{1,5}\\)");
    private static final Pattern DATE_BESIDE = Pattern.compile(" {2,}(?:\\S.{0,80} · )?[\\d/-]{2,10}$");
    private static final Pattern CODE = Pattern.compile("(?i).{0,20}\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\.?");
    private static final int MOST_LINES = 8;
    private static final int MOST_LINES_OF_HEAD = 20;

    private final List<Line> lines;
    private final List<Line> kept = new ArrayList<>();
    private boolean found;

    private OwnWords(List<Line> lines) {
        this.lines = lines;
    }

    /** @param found whether anything was taken out */
    record Left(List<Line> lines, boolean found) {}

    static Left leftOf(List<Line> lines) {
        var own = new OwnWords(lines);
        for (int i = 0; i < lines.size(); i++) {
            i = own.read(i);
        }
        return own.found ? new Left(withoutPageHeads(own.kept), true) : new Left(lines, false);
    }

    /** @return the last line that was read */
    private int read(int at) {
        Line line = lines.get(at);
        int end = line.hasText() ? endOfSentence(at) : at;
        if (end > at) {
            found = true;
            kept.add(Line.BLANK);
            return end - 1;
        }
        kept.add(line);
        return at;
    }

    /** Where a sentence of ours ends that begins here, or this very line. */
    private int endOfSentence(int at) {
        String first = lines.get(at).text();
        for (String beginning : BEGINNINGS) {
            if (first.startsWith(beginning)) {
                return endOfCode(at);
            }
        }
        return SENTENCES.stream()
                .mapToInt(sentence -> endOf(sentence, at))
                .max()
                .orElse(at);
    }

    private int endOf(String sentence, int at) {
        String text = "";
        for (int i = at;
                i < Math.min(lines.size(), at + MOST_LINES) && lines.get(i).hasText();
                i++) {
            text = text.isEmpty()
                    ? lines.get(i).text()
                    : Wrapping.join(text, lines.get(i).text());
            if (text.equals(sentence)) {
                return i + 1;
            }
            if (!sentence.startsWith(text)) {
                return at;
            }
        }
        return at;
    }

    /** The address and the code by which a document is checked may be broken anywhere. */
    private int endOfCode(int at) {
        String text = "";
        for (int i = at;
                i < Math.min(lines.size(), at + MOST_LINES) && lines.get(i).hasText();
                i++) {
            text += " " + lines.get(i).text();
            if (CODE.matcher(lines.get(i).text()).find()) {
                return i + 1;
            }
        }
        return text.length() < 60 ? at : at + 1;
    }

    /** Where our line begins, beside what else stands at the head of the page. */
    private static int start(String text) {
        int gap = text.indexOf("  " + DRAFT + " · ");
        return Math.max(gap, 0);
    }

    /** At the head of a page, title, body and date with dots between. */
    private static List<Line> withoutPageHeads(List<Line> lines) {
        var left = new ArrayList<Line>();
        var heads = new ArrayList<Integer>();
        Set<String> titles = lines.stream()
                .filter(Line::hasText)
                .limit(MOST_LINES_OF_HEAD)
                .map(line -> line.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        int sinceEdge = MOST_LINES;
        boolean broken = false;
        for (Line line : lines) {
            boolean edge = isEdge(line) || PAGE_NUMBER.matcher(line.text()).lookingAt();
            sinceEdge = edge ? 0 : sinceEdge + (line.hasText() ? 1 : 0);
            Matcher head = PAGE_HEAD.matcher(line.text());
            boolean whole = titles.contains(line.text().split(" · ", 2)[0].toLowerCase(Locale.ROOT))
                    && head.matches()
                    && head.group("rest").isEmpty();
            boolean ours = line.text().startsWith(DRAFT + " · ") || line.text().contains("  " + DRAFT + " · ");
            if (line.hasText()
                    && (ours || whole || sinceEdge <= 2)
                    && head.reset().find()) {
                left.add(Line.PAGE_EDGE);
                heads.add(left.size());
                Line rest = Line.of(line.text().substring(0, start(line.text())) + head.group("rest"));
                left.add(lines.contains(rest) ? Line.PAGE_EDGE : rest);
                broken = false;
            } else if (ours) {
                left.add(Line.PAGE_EDGE);
                heads.add(left.size());
                left.add(Line.of(line.text().substring(0, start(line.text()))));
                broken = true;
            } else if (PAGE_NUMBER.matcher(line.text()).matches()) {
                left.add(Line.PAGE_EDGE);
            } else if (broken && REST_OF_DATE.matcher(line.text()).matches()) {
                broken = false;
            } else if (broken && DATE_BESIDE.matcher(line.text()).find()) {
                left.add(Line.of(DATE_BESIDE.matcher(line.text()).replaceFirst("")));
                broken = false;
            } else {
                left.add(line);
            }
        }
        return withHeadersApart(left, heads);
    }

    /** What else stands at the head of our pages follows our line, and the text follows that without a gap. */
    private static List<Line> withHeadersApart(List<Line> lines, List<Integer> heads) {
        List<List<Line>> tops = heads.stream().map(head -> top(lines, head)).toList();
        List<Line> letterhead =
                lines.stream().filter(Line::hasText).limit(MOST_LINES).toList();
        if (heads.size() == 1) {
            return withoutTheOnlyHeader(lines, heads.get(0), letterhead);
        }
        var apart = new ArrayList<>(lines);
        for (int i = heads.size() - 1; i >= 0; i--) {
            List<Line> top = tops.get(i);
            int same = sharedWith(letterhead, top);
            for (int j = Math.max(0, i - 2); j < Math.min(tops.size(), i + 3); j++) {
                same = j == i ? same : Math.max(same, alike(top, tops.get(j)));
            }
            if (same > 0 && same < top.size()) {
                int end =
                        heads.get(i) + lines.subList(heads.get(i), lines.size()).indexOf(top.get(same - 1)) + 1;
                apart.add(end, Line.PAGE_EDGE);
            }
        }
        return apart;
    }

    /** On the second of two pages, around our line: what the letterhead says already; no third page repeats it. */
    private static List<Line> withoutTheOnlyHeader(List<Line> lines, int head, List<Line> letterhead) {
        int from = head - 1;
        while (from > 0 && isBlankOr(letterhead, lines.get(from - 1))) {
            from--;
        }
        boolean atTop = from > 0 && isEdge(lines.get(from - 1));
        int to = head;
        for (int i = head; i < lines.size() && (isEdge(lines.get(i)) || isBlankOr(letterhead, lines.get(i))); i++) {
            to = lines.get(i).hasText() ? i + 1 : to;
        }
        var left = new ArrayList<>(lines.subList(0, atTop ? from : head));
        left.add(Line.PAGE_EDGE);
        left.addAll(lines.subList(to, lines.size()));
        return left;
    }

    private static boolean isBlankOr(List<Line> letterhead, Line line) {
        return !isEdge(line) && (!line.hasText() || letterhead.contains(line));
    }

    private static boolean isEdge(Line line) {
        return line.kind() == Line.Kind.PAGE_EDGE;
    }

    private static List<Line> top(List<Line> lines, int head) {
        return lines.subList(head, lines.size()).stream()
                .limit(MOST_LINES)
                .dropWhile(line -> !line.hasText())
                .takeWhile(Line::hasText)
                .toList();
    }

    private static int sharedWith(List<Line> letterhead, List<Line> top) {
        return (int) top.stream().takeWhile(letterhead::contains).count();
    }

    private static int alike(List<Line> one, List<Line> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }
}
