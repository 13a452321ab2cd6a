package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
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
            int length = random.nextInt(signed.length);
            ValidationResult result = validation.validate("cut.pdf", Arrays.copyOf(signed, length), Locale.ENGLISH);
            assertThat(result.verdict()).as("cut to %d bytes", length).isNotIn(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
        }
    }

    @Test
    void noFlippedBitIsValid() {
        byte[] signed = signer.archive(signer.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström"));
        Random random = new Random(20260915);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] flipped = signed.clone();
            int at = random.nextInt(signed.length);
            int bit = random.nextInt(8);
            flipped[at] ^= (byte) (1 << bit);
            ValidationResult result = validation.validate("flipped.pdf", flipped, Locale.ENGLISH);
            assertThat(result.verdict())
                    .as("bit %d of byte %d", bit, at)
                    .isNotIn(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
        }
    }
}
