package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.justera.document.extract.Extract;
import se.justera.document.extract.ItemData;
import se.justera.document.extract.ItemTree;
import se.justera.document.extract.Salt;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/**
 * What a draft can say grows; what earlier drafts say is written and hashed as it was on the day when they were signed.
 * If this fails, extracts of minutes that were signed before can no longer be proved.
 */
class EarlierDraftsTests {

    private static final Salt SALT = new Salt("000102030405060708090a0b0c0d0e0f");

    /** Each with the SHA-256 of the embedded file, and the root over its matters, as they were before the model grew. */
    @ParameterizedTest
    @CsvSource({
        "board, bea826f04ec226ca6d5818f26fa44c458447636c7a3be7b08604483ff94c3f1d, 27b826d139ad4c5e7d6db037437f0c0d07bf0ce44fee50d497e2b214e167421c",
        "committee, ff110eab5aab897a9de54e95ccec49e5792a0768933eaaac9a102368ccb55407, 48a482b8fcf1c99317bb7eb7331981b330f9469708b12d8de301827016456a3d",
        "notes, 36447ffcfe7220a70705e17ad9206dc2c58e6f309c276ecd4a30f7e906acf962, c8c019c993353ddf0973242d067a35dc5a8d765aa48aedfb2ffed91acdb0fe78",
        "planning-day, e4eb715aa9b5c74d532bfd38783874689c7741a9045ae90ff845dc11c7b2f65c, 80236802a05dea9663ee7aed0019a5f385b8ed601e527319e3326fa6c006946d",
        "board-cover, 9d2e761a0af735417a9407cfd972c937ee034e567262a71a1464e0e9f3d20771, 2664d7b53f300face222ecd0d95dc6d3a05756c07aed44eb504ef30ea5834197"
    })
    void areWrittenAndHashedAsBefore(String name, Sha256 written, Sha256 root) {
        Draft draft = Drafts.read(name);
        List<Salt> salts = Collections.nCopies(draft.items().size(), SALT);

        assertThat(Sha256.of(DraftJson.write(draft).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(written);
        assertThat(ItemTree.over(draft, salts).root()).isEqualTo(root);
    }

    /** The extract of every element that was handed out in the third layout. */
    @Test
    void readMattersThatWereSignedBeforeAndWriteThemTheSame() throws IOException {
        Extract extract = new EmbeddedProofs().extract(kept()).orElseThrow();

        assertThat(ItemData.allOf(extract.shown()))
                .containsExactlyElementsOf(
                        extract.items().stream().map(Extract.ProvenItem::item).toList());
    }

    private static byte[] kept() throws IOException {
        try (InputStream in = EarlierDraftsTests.class.getResourceAsStream("/extracts/layout-3.pdf")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
