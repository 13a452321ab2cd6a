package se.justera.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

/** Writes blocks of running text: paragraphs, lists, quotations, sub-headings, tables. */
final class Prose {

    /** Lists deeper than this are set as paragraphs: no page is wide enough. */
    private static final int DEEPEST_LIST = 5;

    private static final int LETTERS_A_LINE = 95;

    /** A paragraph of more lines may stand on the page before a decision that follows it. */
    private static final int AMPLE = 6;

    /** A few words that say what the next line is, or lead to it. */
    private static final Pattern LABEL = Pattern.compile("[^\\d.,;!?]{2,30}|[^\\n]{2,120}:");

    private static final Pattern FACT = Pattern.compile("\\p{Lu}[\\p{L} ]{2,40}: ?[^\\n:]{1,60}[^\\n:.]");

    private static final int FEWEST_FACTS = 3;

    private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!…]\\W*");

    private final Markup out;
    private final Dress dress;
    private final InlineText inline;
    private final boolean factsInColumns;

    /** @param factsInColumns whether a list of labelled values stands in columns, without bullets */
    Prose(Markup out, Dress dress, InlineText inline, boolean factsInColumns) {
        this.factsInColumns = factsInColumns;
        this.out = out;
        this.dress = dress;
        this.inline = inline;
    }

    /** @param level how many levels below the title a sub-heading stands here */
    void write(List<Block> blocks, int level) {
        boolean afterLabel = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean secondLast = i == blocks.size() - 2;
            Part part = i == blocks.size() - 1 ? last(block) : before(blocks.get(i + 1), block, afterLabel, secondLast);
            if (part == Part.TEXT) {
                write(block, level, 0);
            } else {
                paragraph(block.text(), part);
            }
            afterLabel = part == Part.LABEL;
        }
    }

    /** What a paragraph is to the block after it. */
    private static Part before(Block next, Block block, boolean afterLabel, boolean secondLast) {
        if (leads(block, next)) {
            return Part.LEAD;
        }
        boolean closed = secondLast && last(next) == Part.CLOSING && isBrief(block);
        if (closed || goesOn(block, next)) {
            return Part.LABEL;
        }
        boolean paragraphs = isPlain(block) && type(next) == BlockType.PARAGRAPH;
        return paragraphs
                        && !afterLabel
                        && LABEL.matcher(orEmpty(block.text()).strip()).matches()
                ? Part.LABEL
                : Part.TEXT;
    }

    /** A single line at the end of a matter stands on no page alone. */
    private static Part last(Block block) {
        return isPlain(block) && orEmpty(block.text()).length() <= LETTERS_A_LINE ? Part.CLOSING : Part.TEXT;
    }

    /** A paragraph that the closing line after it takes along to the next page. */
    private static boolean isBrief(Block block) {
        return isPlain(block) && orEmpty(block.text()).length() <= 3 * LETTERS_A_LINE;
    }

    private static boolean isPlain(Block block) {
        return type(block) == BlockType.PARAGRAPH && block.children().isEmpty();
    }

    /** Whether a paragraph leads to a list or table, from which no page may part it. */
    private static boolean leads(Block block, Block next) {
        boolean listed = EnumSet.of(BlockType.BULLETS, BlockType.NUMBERS, BlockType.TABLE)
                .contains(type(next));
        String text = orEmpty(block.text()).strip();
        return isPlain(block) && listed && (text.endsWith(":") || text.endsWith("?"));
    }

    /** Whether a sentence goes on in the entries of a list. */
    private static boolean goesOn(Block block, Block next) {
        boolean listed = type(next) == BlockType.BULLETS || type(next) == BlockType.NUMBERS;
        return isPlain(block)
                && listed
                && !SENTENCE.matcher(orEmpty(block.text()).strip()).matches();
    }

    private static BlockType type(Block block) {
        return Objects.requireNonNullElse(block.type(), BlockType.PARAGRAPH);
    }

    void paragraph(@Nullable String text, Part part) {
        if (text != null && !text.isBlank()) {
            boolean ample = part == Part.TEXT && text.length() > AMPLE * LETTERS_A_LINE;
            out.open("p", "class", dress.classOf(ample ? Part.AMPLE : part));
            inline.write(text);
            out.close();
        }
    }

    /** Plain text, in which only the calls of notes are more than text. */
    void heading(String text) {
        inline.write(InlineText.escapedButCalls(text));
    }

    /** A list of which each entry is one text. */
    void list(List<String> texts) {
        list(texts, Part.BULLETS);
    }

    void list(List<String> texts, Part part) {
        out.open(part == Part.NUMBERS ? "ol" : "ul", "class", dress.classOf(part));
        for (String text : texts) {
            out.open("li");
            inline.write(text);
            out.close();
        }
        out.close();
    }

    private void write(Block block, int level, int depth) {
        switch (type(block)) {
            case PARAGRAPH -> {
                paragraph(block.text(), Part.TEXT);
                block.children().forEach(child -> write(child, level, depth));
            }
            case BULLETS -> list("ul", Part.BULLETS, block, level, depth);
            case NUMBERS -> list("ol", Part.NUMBERS, block, level, depth);
            case QUOTE -> quote(block, level, depth);
            case SUBHEADING -> subheading(block, level, depth);
            case TABLE -> table(block, level, depth);
        }
    }

    private void list(String element, Part part, Block block, int level, int depth) {
        paragraph(block.text(), Part.TEXT);
        if (depth >= DEEPEST_LIST) {
            block.children().forEach(child -> write(child, level, depth));
        } else if (!block.children().isEmpty()) {
            boolean facts = part == Part.BULLETS && depth == 0 && areFacts(block.children());
            boolean lettered = part == Part.NUMBERS && Boolean.TRUE.equals(block.lettered());
            out.open(
                    element,
                    "class",
                    dress.classOf(lettered ? Part.LETTERS : facts ? Part.FACTS : part),
                    "style",
                    lettered ? dress.styleOfLetters() : "");
            for (Block entry : block.children()) {
                out.open("li");
                if (facts) {
                    fact(orEmpty(entry.text()));
                } else {
                    entry(entry, level, depth + 1);
                }
                out.close();
            }
            out.close();
        }
    }

    private boolean areFacts(List<Block> entries) {
        return factsInColumns
                && entries.size() >= FEWEST_FACTS
                && entries.stream().allMatch(Prose::isFact);
    }

    /** "Datum för anslags uppsättande: 2026-03-27". */
    private static boolean isFact(Block entry) {
        return isPlain(entry) && FACT.matcher(orEmpty(entry.text()).strip()).matches();
    }

    private void fact(String text) {
        int end = text.indexOf(':') + 1;
        out.open("span", "class", dress.classOf(Part.FACT));
        inline.write(text.substring(0, end));
        out.close();
        inline.write(text.substring(end));
    }

    private void entry(Block entry, int level, int depth) {
        if (type(entry) != BlockType.PARAGRAPH) {
            write(entry, level, depth);
            return;
        }
        if (entry.children().isEmpty()) {
            inline.write(orEmpty(entry.text()));
        } else {
            paragraph(entry.text(), Part.TEXT);
            entry.children().forEach(child -> write(child, level, depth));
        }
    }

    private void quote(Block block, int level, int depth) {
        out.open("blockquote", "class", dress.classOf(Part.QUOTE));
        paragraph(block.text(), Part.TEXT);
        block.children().forEach(child -> write(child, level, depth));
        out.close();
    }

    private void subheading(Block block, int level, int depth) {
        if (!orEmpty(block.text()).isBlank()) {
            out.open(dress.heading(level), "class", dress.classOf(Part.SUBHEADING));
            inline.write(orEmpty(block.text()));
            out.close();
        }
        block.children().forEach(child -> write(child, level, depth));
    }

    private void table(Block block, int level, int depth) {
        paragraph(block.text(), Part.TEXT);
        var table = Grid.of(block);
        if (table.columns() == 0) {
            return;
        }
        out.open("table", "class", dress.classOf(table.isShort() ? Part.SHORT_TABLE : Part.TABLE));
        if (table.hasHead()) {
            out.open("thead", "class", dress.classOf(Part.TABLE_HEAD));
            row(table, 0, level, depth);
            out.close();
        }
        out.open("tbody");
        for (int i = table.hasHead() ? 1 : 0; i < table.rows().size(); i++) {
            row(table, i, level, depth);
        }
        out.close().close();
    }

    private void row(Grid table, int n, int level, int depth) {
        boolean heading = n == 0 && table.hasHead();
        out.open("tr", "class", dress.classOf(Part.TABLE_ROW));
        for (int i = 0; i < table.columns(); i++) {
            Part words = heading ? Part.COLUMN_HEADING : Part.CELL;
            Part numbers = heading ? Part.NUMBER_HEADING : Part.NUMBER_CELL;
            String look = dress.classOf(table.isOfNumbers(i) ? numbers : words);
            out.open(heading ? "th" : "td", "scope", heading ? "col" : "", "class", look);
            entry(table.cell(n, i), level, depth);
            out.close();
        }
        out.close();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
