package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.justera.validation.HeapShare.Part;

/** A small file that asks for all the memory there is, and many files at a time that do so together. */
class HungryFilesTests {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final String HUNGRY =
            "The PDF asks for more memory than one examination may take and is therefore not examined.";
    private static final long SHARE = 16 << 20;
    private static final int MANY = 100_000;

    /** What the catalog holds besides, or the objects after it. */
    private enum Hungry {
        MANY_DICTIONARIES_IN_AN_ARRAY("/X[" + "<<>>".repeat(MANY) + "]", ""),
        MANY_NUMBERS_IN_AN_ARRAY("/X[" + "1000 ".repeat(10 * MANY) + "]", ""),
        MANY_STRINGS_IN_AN_ARRAY("/X[" + "(a)".repeat(4 * MANY) + "]", ""),
        AN_OBJECT_STREAM_OF_DICTIONARIES(
                "", stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", "9 0 [" + "<<>>".repeat(2 * MANY) + "]", 1)),
        A_CROSS_REFERENCE_STREAM_OF_MILLIONS(
                "", stream("/Type/XRef/W[1 2 1]/Size 99999999/Filter/FlateDecode", "\1\0\20\0".repeat(2 * MANY), 1)),
        AN_OBJECT_STREAM_PACKED_TWICE(
                "", stream("/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]", "9 0 []", 2));

        private final String catalog;
        private final String objects;

        Hungry(String catalog, String objects) {
            this.catalog = catalog;
            this.objects = objects;
        }

        byte[] pdf() {
            return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R" + catalog + ">>\nendobj\n"
                            + "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n" + objects
                            + "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        private static String stream(String entries, String content, int times) {
            byte[] packed = content.getBytes(StandardCharsets.ISO_8859_1);
            for (int time = 0; time < times; time++) {
                packed = deflated(packed);
            }
            return "5 0 obj\n<<" + entries + "/Length " + packed.length + ">>\nstream\n"
                    + new String(packed, StandardCharsets.ISO_8859_1) + "\nendstream\nendobj\n";
        }
    }

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static ValidationResult validated(byte[] pdf) {
        return new StrictValidation(List.of(), List::of, ValidationLimits.standard(), SHARE, Clock.systemUTC())
                .validate("hungry.pdf", pdf, Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource
    void asksForMoreMemoryThanItGets(Hungry hungry) {
        byte[] pdf = hungry.pdf();
        ValidationResult result = validated(pdf);
        assertThat(result.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(result.reason()).isEqualTo(HUNGRY);
    }

    @Test
    void oneStreamThatGrowsToMoreThanItsShareIsNotRead() {
        String packed = new String(deflated(new byte[(int) SHARE + 1]), StandardCharsets.ISO_8859_1);
        String pdf = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n5 0 obj\n<</Filter/FlateDecode/Length "
                + packed.length() + ">>\nstream\n" + packed
                + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        assertThat(validated(pdf.getBytes(StandardCharsets.ISO_8859_1)).reason())
                .isEqualTo(HUNGRY);
    }

    /** A picture of 65 000 by 65 000 points, which would take 16 GB, is never drawn for a file that nobody signed. */
    @Test
    void aHugePictureHasAnAnswer() {
        String pdf = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>"
                + "/Contents 5 0 R>>\nendobj\n4 0 obj\n<</Type/XObject/Subtype/Image/Width 65000/Height 65000"
                + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream\nendobj\n"
                + "5 0 obj\n<</Length 24>>\nstream\n595 0 0 842 0 0 cm /I Do\nendstream\nendobj\n"
                + "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        assertThat(validated(pdf.getBytes(StandardCharsets.ISO_8859_1)).verdict())
                .isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void anOrdinaryFileIsNotHungry() {
        assertThat(validated(SignedSample.preserved()).verdict()).isEqualTo(Verdict.INTACT_UNTRUSTED);
    }

    @Test
    void filesTogetherTakeNoMoreThanTheirShareOfTheHeap() {
        var heap = new HeapShare(100 << 20); // 60 MB to share, 16 of them for each file however small
        List<Part> parts = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            parts.add(heap.take(1000, AT_ONCE));
        }
        assertThatThrownBy(() -> heap.take(1000, Duration.ofMillis(20))).isInstanceOf(Busy.class);
        parts.get(0).giveBack();
        heap.take(1000, AT_ONCE).giveBack();
    }

    @Test
    void theLargestFileIsAloneAndGetsItsTurn() {
        var heap = new HeapShare(100 << 20);
        Part small = heap.take(1000, AT_ONCE);
        CompletableFuture<Void> large = CompletableFuture.runAsync(
                () -> heap.take(50 << 20, Duration.ofSeconds(30)).giveBack());
        assertThatThrownBy(() -> heap.take(50 << 20, AT_ONCE)).isInstanceOf(Busy.class);
        small.giveBack();
        large.join();
    }
}
