package se.justera.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.BlockType;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;

class DraftSizeTests {

    private static final Draft EMPTY = DraftJson.read("{}");

    @Test
    void allowsFiveThousandMattersWithTextListAndDecision() {
        var list = new Block(BlockType.BULLETS, null, List.of(Block.paragraph("ett"), Block.paragraph("två")));
        var item = new Item(
                1,
                "Ärende",
                List.of(Block.paragraph("Text."), list),
                List.of(new Decision("att lägga informationen till handlingarna")),
                null,
                List.of());

        assertThatCode(() -> DraftSize.check(EMPTY.withItems(Collections.nCopies(5000, item), List.of())))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "*a*", "[a](b)", "\n"})
    void refusesMoreThanCanBeSetWhateverThereIsTooMuchOf(String piece) {
        Draft much = withText(piece.repeat(DraftSize.MOST_LETTERS / piece.length() + 1));

        assertThatExceptionOfType(BadDraft.class)
                .isThrownBy(() -> DraftSize.check(much))
                .satisfies(bad -> assertThat(bad.sentence(Locale.forLanguageTag("sv")))
                        .isEqualTo("Utkastet rymmer mer än vad som kan skrivas ut: högst 32\u00a0000 ärenden, stycken"
                                + " och personer, 3\u00a0000\u00a0000 tecken och 40\u00a0000 betoningar, länkar och"
                                + " radbrytningar."));
    }

    private static Draft withText(String text) {
        return EMPTY.withItems(
                List.of(new Item(1, "Ärende", List.of(Block.paragraph(text)), List.of(), null, List.of())), List.of());
    }
}
