package se.justera.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out what stands on every page: headers and footers known by repetition, page numbers, fields for initials,
 * addresses of links, and the secretary's name alone between two pages. A page edge is left where something was.
 */
final class PageFurniture {

    private static final int LONGEST = 200;
    private static final int TOP_BLOCKS = 4;
    private static final int MOST_LINES = 6;
    private static final String SIGN =
            "(?:just(?:erande|erandes|erare|erares|erarnas|\\.)?|ordförandens?|sekreterarens?)"
                    + " ?sign(?:\\.|aturer|atur)?";
    private static final Pattern INITIALS =
            Pattern.compile("(?iu)(?:(?:" + SIGN + "|utdragsbestyrkande)[ \t:._…·|]*){1,5}");
    private static final Pattern LINK = Pattern.compile("(?iu)(?:https?://|mailto:)\\S{1,150}");
    private static final Pattern CONTENT = Pattern.compile(
            "(?iu)(?:beslut|förslag|att |[-•–*] |\\d+[.)] |§|deltog|bakgrund|justera|vid protokollet).*");
    private static final Pattern IDENTITY =
            Pattern.compile("(?iu).*(?:förbund|finsam|förening|stiftelse|org\\.? ?nr|protokoll"
                    + "|diarie|dnr|minnesanteckning|sammanträd|styrelsen|nämnden|fullmäktige|utskottet|rådet).*");

    private final List<TextBlock> blocks;
    private final Set<String> secretaries;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> edges = new HashMap<>();
    private final Set<String> headerKeys = new HashSet<>();
    private final Set<String> numberedHeaderLines = new HashSet<>();
    private final Map<String, TextBlock> headers = new LinkedHashMap<>();
    private final Set<String> footers = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final List<Line> kept = new ArrayList<>();

    private PageFurniture(List<Line> lines) {
        this.blocks =
                TextBlock.of(withoutNumberedLines(PageMargins.separated(PageNumber.edged(PageNumber.joined(lines)))));
        this.secretaries = SecretaryNames.in(lines);
    }

    /**
     * The text without its furniture, and each header and footer once, as written.
     *
     * @param names who kept the minutes, alone at the foot of pages; their place is among those who sign
     * @param addresses mail addresses that links left at the foot of pages; they go nowhere
     */
    record Stripped(
            List<Line> lines,
            List<TextBlock> headers,
            List<String> footers,
            List<String> names,
            List<String> addresses) {}

    static Stripped strip(List<Line> lines) {
        var furniture = new PageFurniture(lines);
        furniture.findHeaders();
        furniture.findNumberedLines();
        for (int i = 0; i < furniture.blocks.size(); i++) {
            furniture.take(i);
        }
        return new Stripped(
                furniture.kept,
                List.copyOf(furniture.headers.values()),
                List.copyOf(furniture.footers),
                List.copyOf(furniture.names),
                List.copyOf(furniture.addresses));
    }

    /** Fields for initials, and lines that recur with another page number in them head or foot a page wherever they stand. */
    private List<Line> withoutNumberedLines(List<Line> lines) {
        Map<String, Integer> numbered = new HashMap<>();
        for (Line line : lines) {
            if (isNumbered(line)) {
                numbered.merge(key(line.text()), 1, Integer::sum);
            }
        }
        String foot = foot(lines);
        var left = new ArrayList<Line>();
        for (Line line : lines) {
            if (isInitials(line.text())) {
                left.add(Line.PAGE_EDGE);
                SignatureReader.COLUMNS
                        .splitAsStream(PageNumber.without(line.text()))
                        .forEach(footers::add);
                continue;
            }
            boolean recurs = isNumbered(line) && numbered.getOrDefault(key(line.text()), 0) >= 2;
            String text = PageNumber.without(line.text());
            if (!recurs) {
                left.add(line);
            } else {
                left.add(Line.PAGE_EDGE);
                if (key(line.text()).equals(foot)) {
                    footers.add(text);
                    continue;
                }
                headers.putIfAbsent(key(line.text()), new TextBlock(List.of(line.withText(text)), 0, false, false));
            }
        }
        return left;
    }

    /** What ends the text without having begun it ends its pages. */
    private static String foot(List<Line> lines) {
        List<Line> texts = lines.stream().filter(Line::hasText).toList();
        String first = texts.isEmpty() ? "" : key(texts.get(0).text());
        String last = texts.isEmpty() ? "" : key(texts.get(texts.size() - 1).text());
        return last.equals(first) ? "" : last;
    }

    private static boolean isInitials(String line) {
        return line.length() <= LONGEST
                && INITIALS.matcher(PageNumber.without(line)).matches();
    }

    private static boolean isNumbered(Line line) {
        return line.hasText()
                && line.text().length() <= LONGEST
                && !PageNumber.is(line.text())
                && !PageNumber.without(line.text()).equals(line.text());
    }

    private void findHeaders() {
        for (TextBlock block : blocks) {
            counts.merge(key(block.text()), 1, Integer::sum);
            edges.merge(key(block.text()), standsAtEdge(block) ? 1 : 0, Integer::sum);
        }
        for (int i = 0; i < Math.min(TOP_BLOCKS, blocks.size()); i++) {
            for (int lines = 1;
                    lines <= Math.min(MOST_LINES, blocks.get(i).lines().size());
                    lines++) {
                String top = blocks.get(i).joined(lines);
                if ((mayRepeat(top) && (i == 0 || IDENTITY.matcher(top).matches())) || (i == 0 && standsAgain(top))) {
                    headerKeys.add(key(top));
                }
            }
        }
        edges.forEach((key, count) -> {
            int all = counts.getOrDefault(key, 0);
            boolean often =
                    all >= 3 || (all == 2 && count == 2 && IDENTITY.matcher(key).matches());
            if (often && count * 2 >= all && mayRepeat(key)) {
                headerKeys.add(key);
            }
        });
    }

    /** Who the minutes are of, at the top of the first page with more below, stands alone at the edge of another. */
    private boolean standsAgain(String top) {
        return blocks.get(0).last().startsWith("Organisationsnummer ")
                && edges.getOrDefault(key(top), 0) > 0
                && counts.getOrDefault(key(top), 0) == 1
                && top.length() <= LONGEST
                && IDENTITY.matcher(top).matches();
    }

    private void findNumberedLines() {
        for (TextBlock block : blocks) {
            int header = headerLines(block);
            block.texts().stream().limit(header).map(PageFurniture::key).forEach(numberedHeaderLines::add);
        }
    }

    private static boolean standsAtEdge(TextBlock block) {
        return block.edgeBefore() || block.edgeAfter() || block.gap() >= 2;
    }

    private boolean mayRepeat(String text) {
        return counts.getOrDefault(key(text), 0) >= 2
                && text.length() <= LONGEST
                && !text.endsWith(".")
                && !CONTENT.matcher(text).matches();
    }

    private void take(int index) {
        TextBlock block = blocks.get(index);
        for (int i = 0; i < block.gap(); i++) {
            kept.add(Line.BLANK);
        }
        if (block.edgeBefore()) {
            kept.add(Line.PAGE_EDGE);
        }
        if (isSecretaryAlone(index)) {
            names.add(block.first());
            kept.add(Line.PAGE_EDGE);
            return;
        }
        if (isLinks(index)) {
            block.lines().forEach(l -> footer(l.text()));
            return;
        }
        boolean signs = index > 0
                && Names.isName(block.first())
                && SignatureForm.label(blocks.get(index - 1).last()).isPresent();
        int header = signs ? 0 : headerLines(block);
        if (header > 0) {
            headers.putIfAbsent(key(block.joined(header)), block.to(header));
            kept.add(Line.PAGE_EDGE);
        }
        block.lines().stream().skip(header).forEach(this::takeLine);
    }

    private void takeLine(Line line) {
        if (PageNumber.is(line.text()) || isHeaderLine(line.text())) {
            kept.add(Line.PAGE_EDGE);
        } else {
            kept.add(line);
        }
    }

    /** A line with a page number in it that headers of other pages have among theirs. */
    private boolean isHeaderLine(String text) {
        return numberedHeaderLines.contains(key(text)) && key(text).contains("#");
    }

    private void footer(String text) {
        (text.startsWith("mailto:") ? addresses : footers).add(text);
        kept.add(Line.PAGE_EDGE);
    }

    /** How many of the block's first lines are a header. */
    private int headerLines(TextBlock block) {
        for (int lines = Math.min(MOST_LINES, block.lines().size()); lines >= 1; lines--) {
            if (headerKeys.contains(key(block.joined(lines)))) {
                return lines;
            }
        }
        return 0;
    }

    private boolean isSecretaryAlone(int index) {
        TextBlock block = blocks.get(index);
        return index > 0
                && block.isSingle()
                && secretaries.contains(block.first())
                && !blocks.get(index - 1).last().endsWith(":")
                && !DottedLine.is(blocks.get(index - 1).last())
                && (Wrapping.isTerminated(blocks.get(index - 1).last())
                        || blocks.get(index - 1).last().length() > 60
                        || recursAtFoot(block, blocks.get(index - 1).last()));
    }

    private boolean recursAtFoot(TextBlock block, String above) {
        return block.edgeAfter()
                && counts.getOrDefault(key(block.first()), 0) >= 2
                && SignatureForm.label(above).isEmpty()
                && !SignatureForm.opens(above)
                && !DottedLine.is(above);
    }

    /** Addresses that a PDF's links leave behind; after a colon they are what the text announces. */
    private boolean isLinks(int index) {
        return index > 0
                && blocks.get(index).lines().stream()
                        .allMatch(l -> LINK.matcher(l.text()).matches())
                && !blocks.get(index - 1).last().endsWith(":");
    }

    private static String key(String text) {
        return PageNumber.masked(text).toLowerCase(Locale.ROOT);
    }
}
