package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.document.extract.Extract;
import se.justera.kernel.Sha256;

/**
 * Extracts are kept for a hundred years: one that was made before must still show what its data say. If this fails,
 * extracts that have been handed out would be called changed; docs/extract.md says under which number the change belongs.
 */
class KeptExtractTests {

    private static final CopySetter SETTER = new CopySetter(Clock.systemUTC());
    private static final PrintedExtract PRINTED = new PrintedExtract();

    /** One for each layout, in their order. */
    private static final List<Sha256> STYLE_SHEETS = List.of(
            new Sha256("32222cf914b06cd9cce02b13c7e6909c828273b99fb095b0adc65bc231816069"),
            new Sha256("f1f9ca3a4423881615225b9e0a3aec7fbc649ce6c5d07f506481e9c6125d360e"),
            new Sha256("f92699bb20bb8c349dea9bef5cb4646f40ba16b8b1753e0bcc816142c8c1cac8"),
            new Sha256("7d02cf242ab54c69d11e624fe10e5b585c188765e6b1742c4d79cf32eb9ca826"),
            new Sha256("b88b4faa461b4f01d49d58aca87dfc54627c406fe55ff210a867fc7e900609bd"));

    static IntStream layouts() {
        return IntStream.rangeClosed(1, ExtractLayout.KEPT);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void anExtractThatWasHandedOutInALayoutStillShowsWhatItProves(int number) {
        byte[] kept = kept(number);
        Extract extract = dataOf(kept);

        assertThat(extract.leadsToItsRoot()).isTrue();
        assertThat(PRINTED.isOf(kept, extract, List.of(ExtractLayout.numbered(number))))
                .isTrue();
        assertThat(PRINTED.isOf(kept, extract)).isTrue();
    }

    /** With a call of a note in a heading, reservations and parties, of which the later formats say more. */
    @Test
    void anExtractOfTheFirstFormatStillShowsWhatItProves() {
        byte[] kept = kept("/extracts/format-1-council-notes.pdf");
        Extract extract = dataOf(kept);

        assertThat(extract.number()).isEqualTo(1);
        assertThat(PRINTED.isOf(kept, extract)).isTrue();
    }

    @Test
    void noLayoutIsChangedOnceItHasBeenHandedOut() {
        assertThat(layouts().mapToObj(KeptExtractTests::digest)).containsExactlyElementsOf(STYLE_SHEETS);
    }

    @Test
    void extractsAreSetInTheNewestLayout() {
        Extract extract = dataOf(kept(ExtractLayout.KEPT));
        ExtractLayout newest = ExtractLayout.numbered(ExtractLayout.KEPT);

        assertThat(extract.number()).isEqualTo(Extract.NEWEST);
        assertThat(PRINTED.isOf(SETTER.extractPdf(extract), extract, List.of(newest)))
                .isTrue();
        assertThat(ExtractLayout.newest(Extract.NEWEST)).isEqualTo(newest);
        assertThat(IntStream.rangeClosed(1, Extract.NEWEST).mapToObj(ExtractLayout::all))
                .extracting(List::size)
                .containsExactly(3, ExtractLayout.KEPT - 3);
    }

    @Test
    void otherMarginsAndTypeSizeInALaterLayoutLeaveItGenuine() {
        byte[] kept = kept(1);
        Extract extract = dataOf(kept);
        byte[] later = SETTER.extractPdf(extract, narrowAndLarge());

        assertThat(PRINTED.isOf(kept, extract, List.of(narrowAndLarge())))
                .as("only because its own layout is kept")
                .isFalse();
        assertThat(PRINTED.isOf(kept, extract, bothLayouts())).isTrue();
        assertThat(PRINTED.isOf(later, extract, bothLayouts())).isTrue();
    }

    @Test
    void noLayoutHoldsOtherWords() {
        Extract extract = dataOf(kept(1));
        Extract forged = ForgedExtract.saying(extract, "Sofia Sandvik", "Vera Sandvik");

        for (ExtractLayout layout : bothLayouts()) {
            assertThat(PRINTED.isOf(SETTER.extractPdf(forged, layout), extract, bothLayouts()))
                    .isFalse();
        }
    }

    private static List<ExtractLayout> bothLayouts() {
        return List.of(narrowAndLarge(), ExtractLayout.numbered(1));
    }

    private static ExtractLayout narrowAndLarge() {
        String css = ExtractLayout.numbered(1).css();
        String changed = css.replace("margin: 32mm 25mm 30mm 25mm", "margin: 36mm 33mm 34mm 33mm")
                .replace("font-size: 11pt; line-height: 1.42", "font-size: 12.5pt; line-height: 1.5")
                .replace(".attendance .name { width: 45mm; }", ".attendance .name { width: 30mm; }");
        assertThat(changed).isNotEqualTo(css).contains("33mm", "12.5pt", "30mm;");
        return new ExtractLayout(changed, false, false, false, 1);
    }

    private static Sha256 digest(int number) {
        return Sha256.of(ExtractLayout.numbered(number).css().getBytes(StandardCharsets.UTF_8));
    }

    private static Extract dataOf(byte[] pdf) {
        return new EmbeddedProofs().extract(pdf).orElseThrow();
    }

    private static byte[] kept(int number) {
        return kept(file(number));
    }

    private static byte[] kept(String file) {
        try (InputStream in = KeptExtractTests.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(int number) {
        return "/extracts/layout-" + number + ".pdf";
    }

    /** Writes the newest layout's kept extract, before any has been handed out in it: {@code main("src/test/resources")}. */
    public static void main(String[] folder) throws IOException {
        SignedOriginal original = SignedOriginal.of("every-element");
        Integer[] all = new Integer[original.draft().items().size()];
        Arrays.setAll(all, i -> i);
        Files.write(Path.of(folder[0], file(ExtractLayout.KEPT)), SETTER.extractPdf(original.extract(all)));
        System.out.println(digest(ExtractLayout.KEPT));
    }
}
