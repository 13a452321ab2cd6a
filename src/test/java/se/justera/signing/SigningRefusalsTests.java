package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;
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
        byte[] pdf = encrypted("reader");
        refused("the document is encrypted", () -> signing.sign(pdf, order("sig_1")));
        refused("the document is encrypted", () -> signing.seal(pdf, "Förbundet"));
    }

    /** It opens without a password, but only with software that honours what its owner allows. */
    @Test
    void aPdfThatIsEncryptedForItsOwner() throws IOException {
        byte[] pdf = encrypted("");
        refused("the document is encrypted", () -> signing.sign(pdf, order("sig_1")));
        refused("the document is encrypted", () -> signing.seal(pdf, "Förbundet"));
    }

    private static byte[] encrypted(String readersPassword) throws IOException {
        try (PDDocument document = Loader.loadPDF(FieldedPdf.make())) {
            document.protect(new StandardProtectionPolicy("owner", readersPassword, new AccessPermission()));
            ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
            document.save(encrypted);
            return encrypted.toByteArray();
        }
    }

    @Test
    void anXfaForm() throws IOException {
        try (PDDocument document = Loader.loadPDF(FieldedPdf.make())) {
            COSStream xfa = document.getDocument().createCOSStream();
            try (OutputStream out = xfa.createOutputStream()) {
                out.write("<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"/>".getBytes(StandardCharsets.UTF_8));
            }
            document.getDocumentCatalog().getAcroForm(null).setXFA(new PDXFAResource(xfa));
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            document.save(form);
            refused("XFA form", () -> signing.sign(form.toByteArray(), order("sig_1")));
            refused("XFA form", () -> signing.seal(form.toByteArray(), "Förbundet"));
        }
    }

    @Test
    void aPdfWhoseFirstSignatureForbidsAllThatFollows() {
        byte[] closed = ForeignSigner.certify(FieldedPdf.make(), CertificationPermission.NO_CHANGE_PERMITTED);
        refused("allow no more of them", () -> signing.sign(closed, order("sig_1")));
        refused("allow no more of them", () -> signing.seal(closed, "Förbundet"));
    }

    @Test
    void theSealOfAPdfThatOthersHaveSigned() {
        byte[] signed = ForeignSigner.sign(FieldedPdf.make());
        refused("must be its first signature", () -> signing.seal(signed, "Förbundet"));
    }

    @Test
    void whenTheClockIsTenMinutesOff() throws IOException {
        HttpServer authority = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        authority.createContext("/", exchange -> {
            byte[] response = TestTrust.stamp(exchange.getRequestBody().readAllBytes(), CLOCK);
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
        });
        authority.start();
        try {
            Clock wrong = Clock.offset(CLOCK, Duration.ofMinutes(10));
            URI url = URI.create("http://localhost:" + authority.getAddress().getPort() + "/");
            Signing late = TestSigning.with(TestTrust.withTimeStampsFrom(List.of(url), wrong), wrong);
            refused("one of the clocks is wrong", () -> late.sign(FieldedPdf.make(), order("sig_1")));
        } finally {
            authority.stop(0);
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
