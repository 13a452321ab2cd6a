package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One bit anywhere in a signed file, outside the containers of its signatures. */
class FlippedBitTests {

    private static final int FLIPS = Integer.getInteger("justera.flips", 60);
    private static final TestSigner SIGNER = new TestSigner();

    private final Validation validation =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    static Stream<Arguments> signed() {
        byte[] certified =
                SIGNER.certify(TestPdf.compressed(), "sig_1", CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        return Stream.of(
                Arguments.of(Named.of("signed by one", SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström"))),
                Arguments.of(Named.of("certified, signed", SIGNER.sign(certified, "sig_2", "Bo", "Öberg"))),
                Arguments.of(Named.of("archived", SIGNER.archive(SIGNER.signedByThree()))));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void noFlippedBitPasses(byte[] pdf) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<List<Integer>> ranges = Attacks.byteRanges(pdf);
        for (int flip = 0; flip < FLIPS; flip++) {
            int at = random.nextInt(pdf.length);
            if (ranges.stream().anyMatch(range -> at >= range.get(1) && at < range.get(2))) {
                continue;
            }
            byte[] altered = pdf.clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(validation.validate("p.pdf", altered, Locale.ENGLISH).verdict())
                    .as("byte %d of %d, seed %d", at, pdf.length, seed)
                    .isNotIn(Verdict.VALID, Verdict.INTACT_UNTRUSTED, Verdict.UNSIGNED);
        }
    }
}
