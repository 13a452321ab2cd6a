package se.justera.document;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Item;

/** Every layout that our documents can have, each on a draft of its own. */
public enum Layouts {
    SIGNATURES_LAST("committee-list", 1, 2),
    SIGNATURES_FIRST("board-groups", 1, 2),
    COVER_PAGE("board-cover", 1, 2),
    NOTES_WITH_MATTERS("planning-day", 1, 2),
    MEMBERS_TABLE("members-notes", 1, 2),
    EVERY_ELEMENT("every-element", 1, 2),
    DELIBERATION("deliberation", 2, 3),
    ADJUSTED_AT_ONCE("adjusted-at-once", 1, 2),
    LONG_PARTS("board", 2, 5),
    LETTERHEAD("board", 1, 2);

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC);
    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(NOON);

    private final String draft;

    @SuppressWarnings("ImmutableEnumChecker") // of numbers, and copied
    private final List<Integer> shownPages;

    Layouts(String draft, Integer... shownPages) {
        this.draft = draft;
        this.shownPages = List.of(shownPages);
    }

    Draft draft() {
        Draft read = Drafts.read(draft);
        return this == LONG_PARTS ? read.withItems(longItems(), List.of()) : read;
    }

    /** The order of the document as it would be sealed, with a space for everybody who signs. */
    DocumentOrder order() {
        DocumentOrder plain = Drafts.order(draft());
        return new DocumentOrder(
                plain.draft(),
                plain.spaces(),
                plain.verificationCode(),
                plain.verificationAddress(),
                this != LETTERHEAD,
                this == LETTERHEAD ? Drafts.letterhead() : null,
                List.of());
    }

    byte[] pdf() {
        return TYPESETTER.sealablePdf(order());
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Integer> shownPages() {
        return shownPages;
    }

    /** A paragraph, a nested list and a table that are each longer than a page has room for. */
    private static List<Item> longItems() {
        String sentence =
                "Styrelsen diskuterar hur parternas olika uppdrag kan förenas i en gemensam planering, och hur "
                        + "förbundet på bästa sätt kan bidra till att människor inte faller mellan stolarna. ";
        var entries = new ArrayList<Block>();
        for (int i = 1; i <= 12; i++) {
            var inner = new Block(
                    BlockType.BULLETS,
                    null,
                    List.of(Block.paragraph("underlag från kansliet"), Block.paragraph("synpunkter från medlemmarna")));
            entries.add(new Block(
                    BlockType.PARAGRAPH,
                    "Insats " + i + " följs upp",
                    List.of(Block.paragraph(sentence.strip()), inner)));
        }
        var rows = new ArrayList<Block>();
        rows.add(row("Insats", "Budget (tkr)", "Utfall (tkr)", "Kommentar"));
        for (int i = 1; i <= 40; i++) {
            rows.add(row("Insats " + i, 100 * i + "", 97 * i + "", "Utfallet följer planen."));
        }
        return List.of(
                item(38, "Långt stycke", Block.paragraph(sentence.repeat(12).strip())),
                item(39, "Lång lista", new Block(BlockType.NUMBERS, null, entries)),
                item(40, "Lång tabell", new Block(BlockType.TABLE, null, rows)));
    }

    private static Item item(int number, String heading, Block block) {
        return new Item(
                number,
                heading,
                List.of(block),
                List.of(new Draft.Decision("att lägga informationen till handlingarna")),
                null,
                List.of());
    }

    private static Block row(String... cells) {
        return new Block(
                null, null, List.of(cells).stream().map(Block::paragraph).toList());
    }
}
