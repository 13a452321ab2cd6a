package se.justera.document.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** The numbers in docs/extract.md were worked out by another program; ours must come to the same. */
class WorkedExampleTests {

    private static final List<Salt> SALTS = List.of(
            new Salt("000102030405060708090a0b0c0d0e0f"),
            new Salt("101112131415161718191a1b1c1d1e1f"),
            new Salt("202122232425262728292a2b2c2d2e2f"));

    private final Draft draft = DraftJson.read("""
            {"items": [
              {"number": 1, "heading": "Öppnande"},
              {"number": 2, "heading": "Val av justerare", "decisions": [{"text": "att välja Bo Ek[^1]"}]},
              {"heading": "Avslutning"}],
             "footnotes": [{"mark": "1", "text": "Ersättare för Alva Berg."}]}
            """);
    private final ItemTree tree = ItemTree.over(draft, SALTS);
    private final String page = page();

    @Test
    void ourLeavesAreThoseOfThePage() {
        for (int i = 0; i < 3; i++) {
            assertThat(page)
                    .contains("| leaf " + i + " | `00` salt " + i + ", JSON " + i + " | `"
                            + tree.leaves().get(i) + "` |");
            assertThat(page).contains("| " + i + " | `" + SALTS.get(i).hex() + "` | `");
        }
    }

    @Test
    void ourRootIsThatOfThePage() {
        Sha256 node = ItemTree.node(tree.leaves().get(0), tree.leaves().get(1));

        assertThat(page).contains("| node 0–1 | `01` leaf 0, leaf 1 | `" + node + "` |");
        assertThat(page).contains("| root | `01` node 0–1, leaf 2 | `" + tree.root() + "` |");
        assertThat(tree.path(1))
                .containsExactly(tree.leaves().get(0), tree.leaves().get(2));
    }

    @Test
    void theBytesOnThePageHashToItsLeaf() {
        String bytes = page.substring(page.indexOf("```\n00\n") + 4);
        String hex = bytes.substring(0, bytes.indexOf("```")).replace("\n", "");

        assertThat(Sha256.of(HexFormat.of().parseHex(hex)))
                .isEqualTo(tree.leaves().get(0));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs", "extract.md"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
