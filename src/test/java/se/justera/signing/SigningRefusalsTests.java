package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import se.justera.trust.TestTrust;

/** Whatever cannot be signed is refused with one sentence, never with an exception of DSS or PDFBox. */
class SigningRefusalsTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Signing signing = TestSigning.sample(CLOCK);

    @Test
    void aFieldThatIsMissing() {
        refused("The field sig_9 could not be signed", () -> signing.sign(FieldedPdf.make(), order("sig_9")));
    }

    @Test
    void aSecondSignatureInTheSameField() {
        byte[] signed = signing.sign(FieldedPdf.make(), order("sig_1"));
        refused("already signed", () -> signing.sign(signed, order("sig_1")));
    }

    @Test
    void aSecondSeal() {
        byte[] sealed = signing.seal(FieldedPdf.make(), "Förbundet");
        refused("must be its first signature", () -> signing.seal(sealed, "Förbundet"));
    }

    @Test
    void aSealAfterASignature() {
        byte[] signed = signing.sign(FieldedPdf.make(), order("sig_1"));
        refused("must be its first signature", () -> signing.seal(signed, "Förbundet"));
    }

    @Test
    void aFieldWithoutRoomForAVisibleSignature() {
        refused("no room", () -> signing.sign(FieldedPdf.make(new PDRectangle(8, 8)), order("sig_1")));
    }

    @Test
    void whatIsNotAPdf() {
        byte[] text = "Protokoll".getBytes(StandardCharsets.UTF_8);
        refused("The seal could not be set", () -> signing.seal(text, "Förbundet"));
        refused("could not be signed", () -> signing.sign(text, order("sig_1")));
        refused("The archive time-stamp could not be set", () -> signing.preserve(text));
        refused("could not be signed", () -> signing.sign(new byte[0], order("sig_1")));
    }

    @Test
    void anEncryptedPdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(FieldedPdf.make())) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
            document.save(encrypted);
            refused("could not be signed", () -> signing.sign(encrypted.toByteArray(), order("sig_1")));
        }
    }

    @Test
    void toPreserveWhatNobodySigned() {
        refused("The archive time-stamp could not be set", () -> signing.preserve(FieldedPdf.make()));
    }

    @Test
    void whenNoTimeStampCanBeHad() throws IOException {
        URI nobody = deadAddress();
        Signing alone = TestSigning.with(TestTrust.withTimeStampsFrom(List.of(nobody), CLOCK), CLOCK);
        refused(nobody.toString(), () -> alone.sign(FieldedPdf.make(), order("sig_1")));
        refused("No time-stamp could be had", () -> alone.seal(FieldedPdf.make(), "Förbundet"));
    }

    private static URI deadAddress() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return URI.create("http://localhost:" + closed.getLocalPort() + "/");
        }
    }

    private static SignatureOrder order(String field) {
        return TestSigning.order(field, "Åsa Öhrn", Instant.now(CLOCK), "Justerare");
    }

    private static void refused(String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isExactlyInstanceOf(SigningFailed.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }
}
