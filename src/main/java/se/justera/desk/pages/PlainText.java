package se.justera.desk.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

/**
 * Running text as somebody types it into a plain field: a blank line between paragraphs, {@code - } before bullets,
 * {@code 1. } before numbers and {@code a) } before letters under another list, {@code > } before a quote, {@code ### } before a subheading, {@code |} around cells.
 */
final class PlainText {

    private static final String BLANK_LINE = "\n[ \t]*\n\\s*?(?=\\S|\\z)";

    private static final int LETTERS = 26;

    private PlainText() {}

    static String of(List<Block> blocks) {
        return blocks.stream()
                .map(PlainText::written)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /**
     * The blocks of a text. What stands in it unchanged keeps the block it had, with everything in it that plain text
     * cannot say.
     */
    static List<Block> read(String text, List<Block> before) {
        String typed = unified(text);
        if (typed.equals(unified(of(before)))) {
            return before;
        }
        var unused = new ArrayList<>(before);
        var blocks = new ArrayList<Block>();
        for (String chunk : typed.split(BLANK_LINE, -1)) {
            if (!chunk.isBlank()) {
                blocks.addAll(kept(chunk, unused));
            }
        }
        return blocks;
    }

    /** Line ends as one character, nothing invisible at the ends. */
    static String unified(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static List<Block> kept(String chunk, List<Block> unused) {
        for (Block block : unused) {
            if (unified(written(block)).equals(unified(chunk))) {
                unused.remove(block);
                return List.of(block);
            }
        }
        return TypedLines.blocks(chunk.lines().toList());
    }

    private static String written(Block block) {
        BlockType type = block.type() == null ? BlockType.PARAGRAPH : block.type();
        String text = Objects.requireNonNullElse(block.text(), "");
        return switch (type) {
            case PARAGRAPH -> text + lists(block, "");
            case SUBHEADING -> "### " + text;
            case QUOTE ->
                Arrays.stream(text.split("\n", -1)).map(line -> "> " + line).collect(Collectors.joining("\n"));
            case BULLETS, NUMBERS -> entries(block, "");
            case TABLE -> block.children().stream().map(PlainText::row).collect(Collectors.joining("\n"));
        };
    }

    private static String entries(Block list, String indent) {
        return IntStream.range(0, list.children().size())
                .mapToObj(i -> indent
                        + mark(list, i)
                        + Objects.requireNonNullElse(list.children().get(i).text(), "")
                        + lists(list.children().get(i), indent + "  "))
                .collect(Collectors.joining("\n"));
    }

    private static String mark(Block list, int n) {
        if (list.type() != BlockType.NUMBERS) {
            return "- ";
        }
        boolean letter = Boolean.TRUE.equals(list.lettered()) && n < LETTERS;
        return letter ? (char) ('a' + n) + ") " : (n + 1) + ". ";
    }

    private static String lists(Block entry, String indent) {
        return entry.children().stream()
                .map(list -> "\n" + entries(list, indent))
                .collect(Collectors.joining());
    }

    private static String row(Block row) {
        return row.children().stream()
                .map(cell -> Objects.requireNonNullElse(cell.text(), "").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
