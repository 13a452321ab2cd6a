package se.justera.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

/** Writes blocks of running text: paragraphs, lists, quotations, sub-headings, tables. */
final class Prose {

    /** Lists deeper than this are set as paragraphs: no page is wide enough. */
    private static final int DEEPEST_LIST = 5;

    private final Markup out;
    private final Dress dress;
    private final InlineText inline;

    Prose(Markup out, Dress dress, InlineText inline) {
        this.out = out;
        this.dress = dress;
        this.inline = inline;
    }

    /** @param level how many levels below the title a sub-heading stands here */
    void write(List<Block> blocks, int level) {
        blocks.forEach(block -> write(block, level, 0));
    }

    void paragraph(@Nullable String text, Part part) {
        if (text != null && !text.isBlank()) {
            out.open("p", "class", dress.classOf(part));
            inline.write(text);
            out.close();
        }
    }

    /** A list of which each entry is one text. */
    void list(List<String> texts) {
        out.open("ul", "class", dress.classOf(Part.BULLETS));
        for (String text : texts) {
            out.open("li");
            inline.write(text);
            out.close();
        }
        out.close();
    }

    private void write(Block block, int level, int depth) {
        BlockType type = block.type() == null ? BlockType.PARAGRAPH : block.type();
        switch (type) {
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
            out.open(element, "class", dress.classOf(part));
            for (Block entry : block.children()) {
                out.open("li");
                entry(entry, level, depth + 1);
                out.close();
            }
            out.close();
        }
    }

    private void entry(Block entry, int level, int depth) {
        if (entry.type() != null && entry.type() != BlockType.PARAGRAPH) {
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

    /** The first row holds the columns' headings; short rows are filled up, as a tagged table must be regular. */
    private void table(Block block, int level, int depth) {
        paragraph(block.text(), Part.TEXT);
        int columns = block.children().stream()
                .mapToInt(row -> row.children().size())
                .max()
                .orElse(0);
        if (columns == 0) {
            block.children().forEach(row -> paragraph(row.text(), Part.TEXT));
            return;
        }
        List<Block> rows = block.children();
        out.open("table", "class", dress.classOf(Part.TABLE));
        out.open("thead", "class", dress.classOf(Part.TABLE_HEAD));
        row(rows.get(0), columns, true, level, depth);
        out.close();
        if (rows.size() > 1) {
            out.open("tbody");
            rows.subList(1, rows.size()).forEach(row -> row(row, columns, false, level, depth));
            out.close();
        }
        out.close();
    }

    private void row(Block row, int columns, boolean heading, int level, int depth) {
        out.open("tr", "class", dress.classOf(Part.TABLE_ROW));
        for (int i = 0; i < columns; i++) {
            out.open(
                    heading ? "th" : "td",
                    "scope",
                    heading ? "col" : "",
                    "class",
                    dress.classOf(heading ? Part.COLUMN_HEADING : Part.CELL));
            if (i < row.children().size()) {
                cell(row.children().get(i), level, depth);
            }
            out.close();
        }
        out.close();
    }

    private void cell(Block cell, int level, int depth) {
        inline.write(orEmpty(cell.text()));
        cell.children().forEach(child -> write(child, level, depth));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
