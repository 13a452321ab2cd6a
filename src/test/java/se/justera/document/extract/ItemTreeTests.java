package se.justera.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.kernel.Sha256;

class ItemTreeTests {

    /** The data of the well-known test vectors of Certificate Transparency (RFC 6962, whose tree RFC 9162 keeps). */
    private static final List<String> DATA =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheRootsOfTheKnownTestVectors(int size, String root) {
        assertThat(ItemTree.of(leaves(DATA.subList(0, size))).root().hex()).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 16, 17, 33, 64, 70})
    void provesEachLeafAtItsOwnPositionOnly(int size) {
        ItemTree tree = ItemTree.of(numbered(size));
        for (int i = 0; i < size; i++) {
            Sha256 leaf = tree.leaves().get(i);
            assertThat(InclusionProof.rootFrom(leaf, i, size, tree.path(i))).contains(tree.root());
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    assertThat(InclusionProof.rootFrom(leaf, j, size, tree.path(i)))
                            .isNotEqualTo(java.util.Optional.of(tree.root()));
                }
            }
        }
    }

    @Test
    void refusesPathsThatAreTooShortOrTooLong() {
        ItemTree tree = ItemTree.of(numbered(6));
        Sha256 leaf = tree.leaves().get(2);
        var longer = new ArrayList<>(tree.path(2));
        longer.add(tree.root());
        assertThat(InclusionProof.rootFrom(leaf, 2, 6, longer)).isEmpty();
        assertThat(InclusionProof.rootFrom(leaf, 2, 6, tree.path(2).subList(0, 2)))
                .isEmpty();
        assertThat(InclusionProof.rootFrom(leaf, -1, 6, tree.path(2))).isEmpty();
        assertThat(InclusionProof.rootFrom(leaf, 6, 6, tree.path(2))).isEmpty();
    }

    @Test
    void refusesARootThatIsNotThatOfItsLeaves() {
        List<Sha256> leaves = numbered(3);
        assertThatThrownBy(() -> new ItemTree(ItemTree.FORMAT, leaves.get(0), leaves))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ItemTree("other/1", ItemTree.of(leaves).root(), leaves))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Sha256> leaves(List<String> hex) {
        return hex.stream()
                .map(data -> Sha256.of(HexFormat.of().parseHex("00" + data)))
                .toList();
    }

    private static List<Sha256> numbered(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Sha256.of(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
