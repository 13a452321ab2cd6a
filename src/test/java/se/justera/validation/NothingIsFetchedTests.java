package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An upload names addresses and files wherever its format lets it: nobody calls at the one, nobody reads the other, and
 * XML that grows without end does not.
 */
@Timeout(60)
class NothingIsFetchedTests {

    private static final String LAUGHS = "<!DOCTYPE x [<!ENTITY a \"ha\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
            + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">"
            + "<!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>";

    @TempDir
    Path folder;

    private final TestSigner signer = new TestSigner();
    private final Validation validation =
            new StrictValidation(signer.anchors(), ValidationLimits.standard(), Clock.systemUTC());
    private final AtomicInteger calls = new AtomicInteger();
    private final ServerSocket listener = listener();

    private ServerSocket listener() {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> count(socket), "listener");
            thread.setDaemon(true);
            thread.start();
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                calls.incrementAndGet();
                caller.close();
            } catch (IOException e) {
                return;
            }
        }
    }

    @AfterEach
    void nobodyCalled() throws IOException {
        new Socket(listener.getInetAddress(), listener.getLocalPort()).close(); // it does listen, and in turn
        long patience = System.nanoTime() + 5_000_000_000L;
        while (calls.get() == 0 && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        listener.close();
        assertThat(calls).hasValue(1);
    }

    private String address(String scheme) {
        return scheme + "://127.0.0.1:" + listener.getLocalPort() + "/x";
    }

    private List<String> addresses() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.crt"), "secret");
        return List.of(
                address("http"),
                address("https"),
                address("ldap"),
                address("ftp"),
                file.toUri().toString());
    }

    private ValidationResult validated(byte[] file) {
        validation.report("f", file, Locale.ENGLISH);
        return validation.validate("f", file, Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noIssuerListOrStateOfACertificateIsFetched(boolean issuerKnown) throws IOException {
        TestPki.Identity person = signer.pki().pointingAt(addresses(), issuerKnown);
        ValidationResult result = validated(signer.sign(TestPdf.unsigned(), "sig_1", person));
        assertThat(result.signatures()).hasSize(1);
        assertThat(result.verdict()).isNotIn(Verdict.VALID, Verdict.UNREADABLE);
    }

    @Test
    void noReferenceOfAnXmlSignatureIsFollowed() {
        String xml = new String(
                new OtherSigner(signer.pki()).xades(OtherSigner.XML, SignaturePackaging.ENVELOPED),
                StandardCharsets.UTF_8);
        for (String scheme : List.of("http", "https", "ftp")) {
            String elsewhere = xml.replace("URI=\"\"", "URI=\"" + address(scheme) + "\"");
            String retrieval =
                    xml.replace("<ds:X509Data>", "<ds:RetrievalMethod URI=\"" + address(scheme) + "\"/><ds:X509Data>");
            String schema = xml.replace(
                    "<protokoll",
                    "<protokoll xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\""
                            + address(scheme) + "\"");
            assertThat(retrieval).contains(address(scheme));
            validated(retrieval.getBytes(StandardCharsets.UTF_8)); // the signature does not cover where its key is
            for (String attack : List.of(elsewhere, schema)) {
                assertThat(attack).contains(address(scheme));
                assertThat(validated(attack.getBytes(StandardCharsets.UTF_8)).verdict())
                        .isNotIn(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
            }
        }
    }

    @Test
    void noCertificateThatAJsonSignatureNamesIsFetched() {
        String json = new String(
                new OtherSigner(signer.pki()).jades(JWSSerializationType.JSON_SERIALIZATION), StandardCharsets.UTF_8);
        String kept = json.replaceFirst(
                "\"signature\":",
                "\"header\":{\"x5u\":\"" + address("http") + "\",\"jku\":\"" + address("http") + "\"},\"signature\":");
        String head = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ("{\"alg\":\"ES256\",\"x5u\":\"" + address("http") + "\"}").getBytes(StandardCharsets.UTF_8));
        String other = json.replaceFirst("\"protected\":\"[^\"]+\"", "\"protected\":\"" + head + "\"");
        for (String attack : List.of(kept, other)) {
            assertThat(attack).isNotEqualTo(json);
            validated(attack.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aDocumentTypeInAnXmlSignatureIsNotRead() throws IOException {
        String xml = new String(
                new OtherSigner(signer.pki()).xades(OtherSigner.XML, SignaturePackaging.ENVELOPED),
                StandardCharsets.UTF_8);
        for (String type : types()) {
            String attack = xml.replaceFirst("<protokoll", type.replace("$", "\\$") + "<protokoll")
                    .replaceFirst("<beslut>", "<beslut>&i;");
            assertThat(validated(attack.getBytes(StandardCharsets.UTF_8)).verdict())
                    .isEqualTo(Verdict.UNREADABLE);
        }
    }

    private List<String> types() throws IOException {
        return List.of(
                LAUGHS,
                "<!DOCTYPE x [<!ENTITY i SYSTEM \"" + address("http") + "\">]>",
                "<!DOCTYPE x [<!ENTITY i SYSTEM \"" + addresses().get(4) + "\">]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + address("http") + "\"> %p;]>",
                "<!DOCTYPE x SYSTEM \"" + address("http") + "\" [<!ENTITY i \"i\">]>");
    }

    @Test
    void aDocumentTypeInAContainerIsNotRead() throws IOException {
        var other = new OtherSigner(signer.pki());
        byte[] xades = other.asicWithXades(ASiCContainerType.ASiC_E, OtherSigner.TEXT);
        byte[] cades = other.asicWithCades(ASiCContainerType.ASiC_E, OtherSigner.TEXT);
        for (String type : types()) {
            validated(withType(xades, "META-INF/manifest.xml", type)); // no signature covers it and nothing hangs on it
            assertThat(validated(withType(xades, "META-INF/signatures001.xml", type))
                            .verdict())
                    .isNotIn(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
            assertThat(validated(withType(cades, "META-INF/ASiCManifest001.xml", type))
                            .verdict())
                    .isNotIn(Verdict.VALID, Verdict.INTACT_UNTRUSTED);
        }
    }

    private static byte[] withType(byte[] container, String part, String type) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(container));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String written = entry.getName().equals(part) ? text.replaceFirst("(<[a-zA-Z])", type + "$1") : text;
                zip.write(written.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** The form's XML (XFA), the metadata (XMP), and actions that name addresses, all of a later revision. */
    @Test
    void nothingInAPdfIsFetchedEither() throws IOException {
        byte[] signed = signer.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
        for (String type : types()) {
            byte[] attack = Attacks.update(signed, pdf -> {
                byte[] xml = (type + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&i;</x:xmpmeta>")
                        .getBytes(StandardCharsets.UTF_8);
                pdf.getDocumentCatalog().setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(xml)));
                var form = pdf.getDocumentCatalog().getAcroForm().getCOSObject();
                form.setItem("XFA", new PDStream(pdf, new ByteArrayInputStream(xml)));
                form.setNeedToBeUpdated(true);
                pointElsewhere(pdf);
                pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            });
            assertThat(validated(attack).verdict()).isEqualTo(Verdict.MODIFIED);
            validation.whatChanged(attack);
        }
    }

    private void pointElsewhere(PDDocument pdf) {
        var file = new COSDictionary();
        file.setItem(COSName.FS, COSName.getPDFName("URL"));
        file.setItem(COSName.F, new COSString(address("http")));
        var stream = pdf.getDocument().createCOSStream();
        stream.setItem(COSName.F, file); // a stream whose bytes are elsewhere (ISO 32000-2, 7.3.8.2)
        var contents = new COSArray();
        contents.add(stream);
        pdf.getPage(0).getCOSObject().setItem(COSName.CONTENTS, contents);
        pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
    }
}
