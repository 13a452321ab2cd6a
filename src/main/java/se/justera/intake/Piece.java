package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

/** A paragraph, list or table of a matter while it is put together out of lines. */
final class Piece {

    private final BlockType type;
    private final boolean lineOfItsOwn;
    private boolean lettered;
    private boolean underAnother;
    private final List<Entry> entries = new ArrayList<>();
    private String text;

    Piece(BlockType type, String text, boolean lineOfItsOwn) {
        this.type = type;
        this.text = text;
        this.lineOfItsOwn = lineOfItsOwn;
    }

    static Piece paragraph(String text) {
        return new Piece(BlockType.PARAGRAPH, text, false);
    }

    private static final class Entry {
        private final List<Block> cells;
        private final List<String> under = new ArrayList<>();
        private @Nullable Piece list;
        private String text;

        Entry(String text, List<Block> cells) {
            this.text = text;
            this.cells = cells;
        }

        Block block() {
            if (!cells.isEmpty()) {
                return new Block(BlockType.PARAGRAPH, null, cells);
            }
            var children = new ArrayList<>(under.stream().map(Block::paragraph).toList());
            if (list != null) {
                children.add(list.block());
            }
            return new Block(BlockType.PARAGRAPH, text, children);
        }

        String whole() {
            var all = new ArrayList<>(under);
            all.add(0, text);
            if (list != null) {
                all.addAll(list.lettered ? list.entriesWithLetters() : list.entries());
            }
            return String.join(" ", all);
        }
    }

    /** Says that it stands right under the piece before, without a blank line between. */
    Piece rightUnder(boolean another) {
        underAnother = another;
        return this;
    }

    boolean isRightUnder() {
        return underAnother;
    }

    BlockType type() {
        return type;
    }

    String text() {
        return text;
    }

    boolean isParagraph() {
        return type == BlockType.PARAGRAPH;
    }

    boolean isList() {
        return type == BlockType.BULLETS || type == BlockType.NUMBERS;
    }

    /** True where nothing else stood beside it between two blank lines. */
    boolean isLineOfItsOwn() {
        return lineOfItsOwn;
    }

    void addEntry(String entry) {
        entries.add(new Entry(entry, List.of()));
    }

    void addRow(List<String> cells) {
        var row = new ArrayList<>(cells.stream().map(Piece::cell).toList());
        while (!entries.isEmpty() && row.size() < entries.get(0).cells.size()) {
            row.add(cell(""));
        }
        entries.add(new Entry("", List.copyOf(row)));
    }

    private static Block cell(String text) {
        return new Block(BlockType.PARAGRAPH, text.isEmpty() ? null : text, List.of());
    }

    /** Adds a paragraph under the last entry of a list. */
    void addUnder(String paragraph) {
        Piece list = last().list;
        if (list != null) {
            list.addUnder(paragraph);
            return;
        }
        last().under.add(paragraph);
    }

    /** Adds an entry of a list that stands under the last entry of this one. */
    void addNested(BlockType nested, String entry) {
        Entry above = last();
        Piece list = above.list;
        if (list == null) {
            list = new Piece(nested, "", false);
            above.list = list;
        }
        list.addEntry(entry);
    }

    /** Adds an entry of a list that counts a, b, c under the last entry of this one. */
    void addLettered(String entry) {
        addNested(BlockType.NUMBERS, entry);
        Piece list = last().list;
        if (list != null) {
            list.lettered = true;
        }
    }

    boolean isNestedLettered() {
        Piece list = entries.isEmpty() ? null : last().list;
        return list != null && list.lettered;
    }

    /** Adds an entry of a numbered list under the last entry of the list that stands under the last entry of this one. */
    void addInnermost(String entry) {
        Piece list = last().list;
        if (list != null) {
            list.addNested(BlockType.NUMBERS, entry);
        }
    }

    /** How many entries that list has. */
    int innermostSize() {
        Piece list = entries.isEmpty() ? null : last().list;
        return list == null ? 0 : list.nestedSize();
    }

    /** What sort of list stands under the last entry, if one does. */
    @Nullable
    BlockType nested() {
        Piece list = entries.isEmpty() ? null : last().list;
        return list == null ? null : list.type;
    }

    /** How many entries the list under the last entry has. */
    int nestedSize() {
        Piece list = entries.isEmpty() ? null : last().list;
        return list == null ? 0 : list.size();
    }

    /** The text that a following line would go on from. */
    String end() {
        if (entries.isEmpty()) {
            return text;
        }
        Piece list = last().list;
        if (list != null) {
            return list.end();
        }
        List<String> under = last().under;
        return under.isEmpty() ? last().text : under.get(under.size() - 1);
    }

    void goOn(String line) {
        if (entries.isEmpty()) {
            text = Wrapping.join(text, line);
            return;
        }
        Piece list = last().list;
        if (list != null) {
            list.goOn(line);
            return;
        }
        List<String> under = last().under;
        if (under.isEmpty()) {
            last().text = Wrapping.join(last().text, line);
        } else {
            under.set(under.size() - 1, Wrapping.join(under.get(under.size() - 1), line));
        }
    }

    /** True where something stands under an entry. */
    boolean hasUnder() {
        return entries.stream().anyMatch(e -> !e.under.isEmpty() || e.list != null);
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }

    int size() {
        return entries.size();
    }

    /** The entries of a list, each with all that stands under it. */
    List<String> entries() {
        return entries.stream().map(Entry::whole).toList();
    }

    private List<String> entriesWithLetters() {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> (char) ('a' + i) + ") " + entries.get(i).whole())
                .toList();
    }

    Block block() {
        @Nullable String own = text.isEmpty() ? null : text;
        return new Block(
                type,
                own,
                lettered ? true : null,
                entries.stream().map(Entry::block).toList());
    }

    Piece as(BlockType other) {
        return new Piece(other, text, lineOfItsOwn);
    }
}
