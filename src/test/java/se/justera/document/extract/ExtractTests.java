package se.justera.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.document.extract.Extract.Original;
import se.justera.document.extract.Extract.SignatureFact;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

class ExtractTests {

    private static final Instant MADE = Instant.parse("2023-12-01T08:00:00Z");

    private final Draft draft = read();
    private final List<Salt> salts = Salt.fresh(draft.items().size(), new SecureRandom());

    @Test
    void leadsEachChosenMatterToTheRootOfTheOriginal() {
        Extract extract = extract(List.of(0, 3, 8));
        assertThat(extract.leadsToItsRoot()).isTrue();
        assertThat(extract.shown().items())
                .containsExactly(
                        draft.items().get(0),
                        draft.items().get(3),
                        draft.items().get(8));
    }

    @Test
    void carriesTheNotesOfItsMattersAndNoOthers() {
        assertThat(extract(List.of(3)).shown().footnotes())
                .containsExactlyElementsOf(draft.footnotes().subList(0, 2));
        assertThat(extract(List.of(0)).shown().footnotes()).isEmpty();
    }

    @Test
    void comesBackEqualFromItsJson() {
        Extract extract = extract(List.of(1, 2));
        assertThat(ExtractJson.extract(ExtractJson.write(extract))).contains(extract);
        ItemTree tree = ItemTree.over(draft, salts);
        assertThat(ExtractJson.tree(ExtractJson.write(tree))).contains(tree);
    }

    @Test
    void holdsNoAddressAndNothingOfTheOtherMatters() {
        String json = new String(ExtractJson.write(extract(List.of(1))), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("Val av justerare")
                .doesNotContain("@malarskogen.example", "Ansvarsfrihet")
                .doesNotContain(salts.get(0).hex(), salts.get(2).hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sofia Sandvik", "Val av justerare", "\"position\":1", "\"size\":9"})
    void doesNotLeadToItsRootOnceAnythingOfAMatterIsOther(String changed) {
        String json = new String(ExtractJson.write(extract(List.of(1))), StandardCharsets.UTF_8);
        String items = json.substring(json.indexOf("\"original\""));
        String other = items.replace(changed, changed.endsWith("9") ? "\"size\":5" : changed.replaceAll("[a1]", "2"));
        assertThat(other).isNotEqualTo(items);
        byte[] altered = json.replace(items, other).getBytes(StandardCharsets.UTF_8);
        assertThat(ExtractJson.extract(altered).filter(Extract::leadsToItsRoot)).isEmpty();
    }

    @Test
    void refusesMattersInAnotherOrder() {
        Extract extract = extract(List.of(1, 2));
        var swapped = new Extract(
                extract.format(),
                extract.madeAt(),
                extract.trial(),
                extract.original(),
                extract.minutes(),
                extract.signatures(),
                List.of(extract.items().get(1), extract.items().get(0)));
        assertThat(swapped.leadsToItsRoot()).isFalse();
    }

    @Test
    void cannotBeMadeWithOtherSaltsThanTheOriginals() {
        List<Salt> others = Salt.fresh(salts.size(), new SecureRandom());
        assertThatThrownBy(() -> Extract.from(draft, others, original(), List.of(), List.of(0), MADE, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"format\":\"justera-extract/1\"}", "\u0000", "{\"format\":1"})
    void findsNoExtractInOtherBytes(String json) {
        assertThat(ExtractJson.extract(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(ExtractJson.tree(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** Made by hand, with the canonical JSON written out: other programs can check theirs against it. */
    @Test
    void hashesTheCanonicalJsonOfAMatter() {
        var salt = new Salt("000102030405060708090a0b0c0d0e0f");
        var item = ItemData.allOf(DraftJson.read("{\"items\":[{\"number\":7,\"heading\":\"Ö\\u0041 \\\"x\\\"\"}]}"))
                .get(0);
        byte[] text = "{\"heading\":\"ÖA \\\"x\\\"\",\"number\":7}".getBytes(StandardCharsets.UTF_8);
        String preimage = "00" + salt.hex() + HexFormat.of().formatHex(text);
        assertThat(ItemLeaf.of(salt, item)).isEqualTo(Sha256.of(HexFormat.of().parseHex(preimage)));
    }

    private Extract extract(List<Integer> positions) {
        var facts = List.of(new SignatureFact("Anita Almlöf", "Ordförande", Instant.parse("2023-11-27T10:00:00Z")));
        return Extract.from(draft, salts, original(), facts, positions, MADE, true);
    }

    private Original original() {
        ItemTree tree = ItemTree.over(draft, salts);
        return new Original(
                Sha256.of(new byte[5]),
                5,
                Sha256.of(new byte[3]),
                3,
                "7KQ4-M2XP-9TWB",
                "https://justera.example/validate",
                LocalDate.of(2023, 11, 27),
                tree.root(),
                tree.leaves().size());
    }

    private static Draft read() {
        try (InputStream in = ExtractTests.class.getResourceAsStream("/drafts/every-element.json")) {
            return DraftJson.read(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
