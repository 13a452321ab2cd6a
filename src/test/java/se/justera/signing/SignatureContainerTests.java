package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Finding and filling the reserved place of a signature. */
class SignatureContainerTests {

    /** 20 bytes of text, {@code <00000000>} at 20, the ByteRange behind it, 71 bytes in all. */
    private static final String PDF =
            "%PDF-1.7 earlier ..." + "<00000000>" + " /ByteRange [0 20 30 41]" + " ".repeat(17);

    @Test
    void isFoundAndFilledInPlace() {
        byte[] pdf = bytes(PDF);
        SignatureContainer.find(pdf, 10).orElseThrow().fill(pdf, new byte[] {(byte) 0xab, 1});
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).isEqualTo(PDF.replace("<0000", "<ab01"));
    }

    @Test
    void anEarlierRevisionIsNotTouched() {
        assertThat(SignatureContainer.find(bytes(PDF), 21)).isEmpty();
    }

    @Test
    void aByteRangeThatDoesNotFitTheFileIsNotBelieved() {
        assertThat(SignatureContainer.find(bytes(PDF + " "), 0)).isEmpty();
        assertThat(SignatureContainer.find(bytes(PDF.replace("[0 20", "[0 19")), 0))
                .isEmpty();
        assertThat(SignatureContainer.find(bytes(PDF.replace("<0000", "<0001")), 0))
                .isEmpty();
        assertThat(SignatureContainer.find(bytes("%PDF-1.7"), 0)).isEmpty();
    }

    @Test
    void aByteRangeWrittenAsAReasonDoesNotMislead() {
        String reason = "(/ByteRange [0 5 9 62])";
        String pdf = PDF.substring(0, 54) + reason.substring(0, 17);
        assertThat(SignatureContainer.find(bytes(pdf), 0)).contains(new SignatureContainer(21, 29));
    }

    @Test
    void aSignatureThatIsTooLongIsRefused() {
        byte[] pdf = bytes(PDF);
        SignatureContainer container = SignatureContainer.find(pdf, 0).orElseThrow();
        assertThatThrownBy(() -> container.fill(pdf, new byte[5]))
                .isInstanceOf(SigningFailed.class)
                .hasMessageContaining("needs 5 bytes, but only 4");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
