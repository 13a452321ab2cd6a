package se.justera.desk.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

/** Lines without a blank one between them, as blocks: neighbours of one kind belong together. */
final class TypedLines {

    private static final Pattern ENTRY = Pattern.compile("(\\s*)(-|•|\\d{1,3}[.)])\\s+(.*)");

    /** Only under another entry: a paragraph may begin with a letter and a bracket. */
    private static final Pattern LETTERED = Pattern.compile("(\\s+)([a-z]\\))\\s+(.*)");

    private TypedLines() {}

    static List<Block> blocks(List<String> lines) {
        var blocks = new ArrayList<Block>();
        var rest = new ArrayDeque<>(lines);
        while (!rest.isEmpty()) {
            BlockType kind = kindOf(rest.getFirst());
            blocks.add(
                    kind == BlockType.BULLETS || kind == BlockType.NUMBERS
                            ? list(rest, indent(rest.getFirst()))
                            : block(kind, run(rest, kind)));
        }
        return blocks;
    }

    private static BlockType kindOf(String line) {
        String text = line.strip();
        if (text.startsWith("### ")) {
            return BlockType.SUBHEADING;
        }
        if (text.startsWith(">")) {
            return BlockType.QUOTE;
        }
        if (text.startsWith("|") && text.endsWith("|") && text.length() > 2) {
            return BlockType.TABLE;
        }
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            return BlockType.PARAGRAPH;
        }
        return Character.isDigit(entry.group(2).charAt(0)) ? BlockType.NUMBERS : BlockType.BULLETS;
    }

    private static List<String> run(Deque<String> rest, BlockType kind) {
        var run = new ArrayList<String>();
        run.add(rest.removeFirst().strip());
        while (kind != BlockType.SUBHEADING && !rest.isEmpty() && kindOf(rest.getFirst()) == kind) {
            run.add(rest.removeFirst().strip());
        }
        return run;
    }

    private static Block block(BlockType kind, List<String> lines) {
        return switch (kind) {
            case TABLE ->
                new Block(kind, null, lines.stream().map(TypedLines::row).toList());
            case QUOTE ->
                text(kind, lines.stream().map(line -> line.substring(1).strip()).collect(Collectors.joining("\n")));
            case SUBHEADING -> text(kind, lines.get(0).substring(4).strip());
            default -> text(kind, String.join("\n", lines));
        };
    }

    private static Block row(String line) {
        String inner = line.substring(1, line.length() - 1);
        return new Block(
                BlockType.PARAGRAPH,
                null,
                Arrays.stream(inner.split("\\|", -1))
                        .map(cell -> Block.paragraph(cell.strip()))
                        .toList());
    }

    // entries at this indent or deeper; deeper ones hang under the entry before
    private static Block list(Deque<String> rest, int indent) {
        boolean lettered = isLettered(rest.getFirst());
        BlockType kind = lettered ? BlockType.NUMBERS : kindOf(rest.getFirst());
        var entries = new ArrayList<Block>();
        while (!rest.isEmpty()
                && (lettered ? isLettered(rest.getFirst()) : kindOf(rest.getFirst()) == kind)
                && indent(rest.getFirst()) >= indent) {
            String text = entryText(rest.removeFirst());
            while (continues(rest)) {
                text += " " + rest.removeFirst().strip();
            }
            entries.add(new Block(BlockType.PARAGRAPH, text, deeper(rest, indent)));
        }
        return new Block(kind, null, lettered ? true : null, entries);
    }

    private static boolean isLettered(String line) {
        return LETTERED.matcher(line).matches();
    }

    private static List<Block> deeper(Deque<String> rest, int indent) {
        var lists = new ArrayList<Block>();
        while (!rest.isEmpty() && isEntry(rest.getFirst()) && indent(rest.getFirst()) > indent) {
            lists.add(list(rest, indent(rest.getFirst())));
        }
        return lists;
    }

    private static boolean isEntry(String line) {
        return ENTRY.matcher(line).matches() || isLettered(line);
    }

    private static boolean continues(Deque<String> rest) {
        return !rest.isEmpty()
                && rest.getFirst().startsWith("  ")
                && !isLettered(rest.getFirst())
                && kindOf(rest.getFirst()) == BlockType.PARAGRAPH;
    }

    private static String entryText(String line) {
        Matcher entry = (isLettered(line) ? LETTERED : ENTRY).matcher(line);
        return entry.matches() ? entry.group(3).strip() : line.strip();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Block text(BlockType kind, String text) {
        return new Block(kind, text, List.of());
    }
}
