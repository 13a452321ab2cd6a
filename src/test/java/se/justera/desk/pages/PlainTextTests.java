package se.justera.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;

class PlainTextTests {

    private static final Block TABLE = new Block(
            BlockType.TABLE,
            "Budget",
            List.of(new Block(null, null, List.of(Block.paragraph("Post"), Block.paragraph("Kronor")))));

    @Test
    void writesEveryKindAsPeopleTypeIt() {
        var nested = new Block(BlockType.PARAGRAPH, "två", List.of(list(BlockType.NUMBERS, "a", "b")));
        var bullets = new Block(BlockType.BULLETS, null, List.of(Block.paragraph("ett"), nested));
        assertThat(PlainText.of(List.of(
                        Block.paragraph("Stycke\nmed rad."),
                        bullets,
                        new Block(BlockType.QUOTE, "Citat\nom två rader", List.of()),
                        new Block(BlockType.SUBHEADING, "Mellanrubrik", List.of()),
                        TABLE)))
                .isEqualTo("""
                        Stycke
                        med rad.

                        - ett
                        - två
                          1. a
                          2. b

                        > Citat
                        > om två rader

                        ### Mellanrubrik

                        | Post | Kronor |""");
    }

    @Test
    void readsWhatItWrites() {
        var blocks = List.of(
                Block.paragraph("Stycke"),
                new Block(
                        BlockType.BULLETS,
                        null,
                        List.of(
                                Block.paragraph("ett"),
                                new Block(BlockType.PARAGRAPH, "två", List.of(list(BlockType.BULLETS, "under"))),
                                Block.paragraph("tre"))),
                new Block(
                        BlockType.NUMBERS,
                        null,
                        List.of(
                                new Block(
                                        BlockType.PARAGRAPH,
                                        "först",
                                        List.of(new Block(
                                                BlockType.NUMBERS,
                                                null,
                                                true,
                                                List.of(Block.paragraph("med a"), Block.paragraph("med b"))))),
                                Block.paragraph("sedan"))),
                new Block(BlockType.QUOTE, "Citat\nom två rader", List.of()),
                new Block(BlockType.SUBHEADING, "Mellanrubrik", List.of()),
                new Block(
                        BlockType.TABLE,
                        null,
                        List.of(new Block(
                                BlockType.PARAGRAPH,
                                null,
                                List.of(Block.paragraph("Post"), Block.paragraph("Kronor"))))));
        assertThat(PlainText.read(PlainText.of(blocks), List.of())).isEqualTo(blocks);
    }

    @Test
    void keepsBlocksThatWereNotTouched() {
        var odd = new Block(BlockType.QUOTE, "Citat", List.of(Block.paragraph("bilaga som inte syns")));
        var before = List.of(Block.paragraph("Första."), odd, TABLE);
        String typed = PlainText.of(before).replace("Första.", "Första, ändrad.") + "\r\n\r\nSista.";
        assertThat(PlainText.read(typed.replace("\n", "\r\n"), before))
                .containsExactly(Block.paragraph("Första, ändrad."), odd, TABLE, Block.paragraph("Sista."));
    }

    @Test
    void keepsEverythingWhenNothingWasTyped() {
        var before = List.of(Block.paragraph("a\n\nb"), Block.paragraph(""), TABLE);
        assertThat(PlainText.read(PlainText.of(before), before)).isSameAs(before);
    }

    @Test
    void splitsALeadFromItsList() {
        assertThat(PlainText.read("Styrelsen beslutar\n- att bifalla\n  hela förslaget\n- att tacka", List.of()))
                .containsExactly(
                        Block.paragraph("Styrelsen beslutar"),
                        list(BlockType.BULLETS, "att bifalla hela förslaget", "att tacka"));
    }

    @Test
    void readsSeveralBlankLinesAsOne() {
        assertThat(PlainText.read("a\n\n\n  \nb\n\n", List.of()))
                .containsExactly(Block.paragraph("a"), Block.paragraph("b"));
        assertThat(PlainText.read("  \n ", List.of(Block.paragraph("bort")))).isEmpty();
    }

    @Test
    void takesALetterAtTheBeginningOfALineForText() {
        assertThat(PlainText.read("a) eller b)\nfrågar ordföranden", List.of()))
                .containsExactly(Block.paragraph("a) eller b)\nfrågar ordföranden"));
    }

    private static Block list(BlockType type, String... entries) {
        return new Block(
                type, null, List.of(entries).stream().map(Block::paragraph).toList());
    }
}
