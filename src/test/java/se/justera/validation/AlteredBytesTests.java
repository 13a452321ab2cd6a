package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Attacks on the bytes of signatures and on what they say they cover. */
class AlteredBytesTests {

    private static final TestSigner SIGNER = new TestSigner();
    private static byte[] signed = new byte[0];

    private final Validation validation =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    @BeforeAll
    static void signByThree() {
        signed = SIGNER.signedByThree();
    }

    private Verdict verdict(byte[] pdf) {
        return validation.validate("attack.pdf", pdf, Locale.ENGLISH).verdict();
    }

    @Test
    void catchesABitFlippedInEachSignedPart() {
        int previous = 0;
        for (List<Integer> range : Attacks.byteRanges(signed)) {
            int middleOfFirstPart = (previous + range.get(1)) / 2;
            assertThat(verdict(Attacks.flip(signed, middleOfFirstPart)))
                    .isIn(Verdict.INVALID, Verdict.UNREADABLE, Verdict.MODIFIED);
            previous = range.get(2) + range.get(3);
        }
        int inPageContent = Attacks.text(signed).indexOf("stream") + 30;
        assertThat(verdict(Attacks.flip(signed, inPageContent))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesTheLastThreeBytesCut() {
        assertThat(verdict(Arrays.copyOf(signed, signed.length - 3))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesZeroedContents() {
        assertThat(verdict(Attacks.overwrite(signed, contentsStart(), "0".repeat(contentsLength()))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesEmptyContents() {
        String blank = ">" + " ".repeat(contentsLength());
        assertThat(verdict(Attacks.overwrite(signed, contentsStart(), blank))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesMissingContents() {
        assertThat(verdict(Attacks.replace(signed, "/Contents <", "/Cxntents <")))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesBytesInThePaddingOfContents() {
        assertThat(verdict(Attacks.overwrite(signed, contentsStart() + contentsLength() - 8, "0badcafe")))
                .isEqualTo(Verdict.INDETERMINATE);
    }

    /** The root's copy in the container is covered by nothing, and needed by nobody. */
    @Test
    void catchesAnAlteredCertificateInTheContainer() throws GeneralSecurityException {
        String root = HexFormat.of().formatHex(SIGNER.pki().root().getEncoded());
        int at = Attacks.text(signed).indexOf(root, contentsStart());
        assertThat(at).isPositive();
        for (int digit : List.of(300, root.length() - 20)) {
            String other = root.charAt(digit) == '5' ? "6" : "5";
            assertThat(verdict(Attacks.overwrite(signed, at + digit, other))).isEqualTo(Verdict.INVALID);
        }
    }

    @Test
    void catchesAHexDigitInAnotherCase() {
        byte[] altered = signed.clone();
        int digit = IntStream.range(contentsStart(), signed.length)
                .filter(at -> Character.isLetter(signed[at]))
                .findFirst()
                .orElseThrow();
        altered[digit] ^= 0x20;
        assertThat(verdict(altered)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesAByteRangeThatDoesNotStartAtTheFirstByte() {
        assertThat(verdict(Attacks.rewriteLastByteRange(
                        signed, range -> List.of(1, range.get(1) - 1, range.get(2), range.get(3)))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesAByteRangeWithALargerGap() {
        assertThat(verdict(Attacks.rewriteLastByteRange(
                        signed, range -> List.of(0, range.get(1) - 40, range.get(2), range.get(3)))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesAByteRangeThatOverlapsItself() {
        assertThat(verdict(Attacks.rewriteLastByteRange(
                        signed, range -> List.of(0, range.get(2) + 1, range.get(2), range.get(3)))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesAByteRangeBeyondTheEnd() {
        assertThat(verdict(Attacks.rewriteLastByteRange(
                        signed, range -> List.of(0, range.get(1), range.get(2), range.get(3) + 10))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesAByteRangeThatEndsBeforeTheRevision() {
        assertThat(verdict(Attacks.rewriteLastByteRange(
                        signed, range -> List.of(0, range.get(1), range.get(2), range.get(3) - 10))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesAByteRangeOfThreePairs() {
        assertThat(verdict(Attacks.replaceLastByteRange(signed, "/ByteRange [0 9 9 9 30 9]")))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesANullByteRange() {
        assertThat(verdict(Attacks.replaceLastByteRange(signed, "/ByteRange null")))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesANegativeByteRange() {
        assertThat(verdict(Attacks.replaceLastByteRange(signed, "/ByteRange [0 -1 9 99]")))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void catchesACommentBehindTheEnd() {
        assertThat(verdict(Attacks.append(signed, "% added\n"))).isEqualTo(Verdict.MODIFIED);
    }

    /** Some products leave a line end there; whose it is, nobody can say. */
    @Test
    void doesNotVouchForBlanksBehindTheEnd() {
        assertThat(verdict(Attacks.append(signed, "\r\n"))).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void catchesACommentBehindAddedValidationData() {
        assertThat(verdict(Attacks.append(SIGNER.validationData(signed), "% added\n")))
                .isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void catchesACommentBeforeAddedValidationData() {
        byte[] commented = Attacks.append(signed, "% added\n");
        assertThat(verdict(SIGNER.validationData(commented))).isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void catchesAFlippedBitInTheArchiveTimestampsImprint() {
        byte[] archived = SIGNER.archive(signed);
        List<List<Integer>> ranges = Attacks.byteRanges(archived);
        int inValidationData = (signed.length + ranges.get(ranges.size() - 1).get(1)) / 2;
        assertThat(verdict(Attacks.flip(archived, inValidationData))).isIn(Verdict.INVALID, Verdict.MODIFIED);
    }

    private static int contentsStart() {
        return last().get(1) + 1;
    }

    private static int contentsLength() {
        return last().get(2) - last().get(1) - 2;
    }

    private static List<Integer> last() {
        List<List<Integer>> ranges = Attacks.byteRanges(signed);
        return ranges.get(ranges.size() - 1);
    }
}
