package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random damage to a signed file always has an answer, and the answer is never that it is all right. */
class HostileBytesTests {

    private static final int ROUNDS = 150;

    private final TestSigner signer = new TestSigner();
    private final Validation validation =
            new StrictValidation(signer.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    @Test
    void noTruncationIsValid() {
        byte[] signed = signer.archive(signer.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström"));
        Random random = new Random(20260914);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] cut = Arrays.copyOf(signed, random.nextInt(signed.length));
            if (!Attacks.text(cut).endsWith("%%EOF\n")) {
                assertNotAllRight(cut, "cut to %d bytes".formatted(cut.length));
            }
        }
    }

    /** Of the bytes that are covered: what can be changed unseen in the last container is told in its own check. */
    @Test
    void noFlippedBitIsValid() {
        byte[] signed = signer.archive(signer.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström"));
        List<List<Integer>> ranges = Attacks.byteRanges(signed);
        List<Integer> last = ranges.get(ranges.size() - 1);
        Random random = new Random(20260915);
        for (int round = 0; round < ROUNDS; round++) {
            int covered = random.nextInt(last.get(1) + last.get(3));
            int at = covered < last.get(1) ? covered : covered - last.get(1) + last.get(2);
            byte[] flipped = signed.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertNotAllRight(flipped, "byte %d".formatted(at));
        }
    }

    private void assertNotAllRight(byte[] damaged, String how) {
        assertThat(validation.validate("damaged.pdf", damaged, Locale.ENGLISH).verdict())
                .as(how)
                .isNotIn(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
    }
}
