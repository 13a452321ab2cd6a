package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.justera.validation.ValidationResult.ChangesAfter;
import tools.jackson.databind.json.JsonMapper;

/** ASiC, CAdES, XAdES and JAdES: whole, altered, of unknown issuers, and built to deceive. */
class OtherFormatTests {

    private static final TestSigner PDF_SIGNER = new TestSigner();
    private static final OtherSigner SIGNER = new OtherSigner(PDF_SIGNER.pki());
    private static final Validation TRUSTING =
            new StrictValidation(PDF_SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());
    private static final Validation DISTRUSTING =
            new StrictValidation(List.of(), ValidationLimits.standard(), Clock.systemUTC());

    /** Every kind that is signed and holds what it signs. */
    static Map<String, byte[]> signed() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("XAdES_BASELINE_B enveloped", SIGNER.xades(OtherSigner.XML, SignaturePackaging.ENVELOPED));
        files.put("XAdES_BASELINE_B enveloping", SIGNER.xades(OtherSigner.TEXT, SignaturePackaging.ENVELOPING));
        files.put("CAdES_BASELINE_B enveloping", SIGNER.cades(SignaturePackaging.ENVELOPING));
        files.put("JAdES_BASELINE_B compact", SIGNER.jades(JWSSerializationType.COMPACT_SERIALIZATION));
        files.put("JAdES_BASELINE_B flattened", SIGNER.jades(JWSSerializationType.FLATTENED_JSON_SERIALIZATION));
        files.put("JAdES_BASELINE_B json", SIGNER.jades(JWSSerializationType.JSON_SERIALIZATION));
        files.put("CAdES_BASELINE_B ASiC-S", SIGNER.asicWithCades(ASiCContainerType.ASiC_S, OtherSigner.TEXT));
        files.put(
                "CAdES_BASELINE_B ASiC-E",
                SIGNER.asicWithCades(ASiCContainerType.ASiC_E, OtherSigner.TEXT, OtherSigner.XML));
        files.put("XAdES_BASELINE_B ASiC-S", SIGNER.asicWithXades(ASiCContainerType.ASiC_S, OtherSigner.TEXT));
        files.put(
                "XAdES_BASELINE_B ASiC-E",
                SIGNER.asicWithXades(ASiCContainerType.ASiC_E, OtherSigner.TEXT, OtherSigner.XML));
        return files;
    }

    static List<Map.Entry<String, byte[]>> kinds() {
        return List.copyOf(signed().entrySet());
    }

    private static byte[] named(String kind) {
        return Objects.requireNonNull(signed().get(kind));
    }

    private static ValidationResult validate(Validation validation, byte[] file) {
        ValidationResult result = validation.validate("fil", file, Locale.forLanguageTag("sv"));
        ResultSchema.holdsFor(new JsonMapper().writeValueAsString(result));
        return result;
    }

    private static Verdict verdict(byte[] file) {
        return validate(TRUSTING, file).verdict();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void acceptsWhatIsWhole(Map.Entry<String, byte[]> kind) {
        ValidationResult result = validate(TRUSTING, kind.getValue());

        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.VALID);
        assertThat(result.reason())
                .isEqualTo("Dokumentet är undertecknat av en person och har inte ändrats efter underskriften.");
        assertThat(result.pages()).isNull();
        assertThat(result.signatures()).singleElement().satisfies(signature -> {
            assertThat(kind.getKey()).startsWith(signature.format());
            assertThat(signature.signer().name()).isEqualTo("Åsa Öhrn");
            assertThat(signature.changesAfter()).isEqualTo(ChangesAfter.NONE);
            assertThat(signature.coversWholeFile()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trustsOnlyWhomItIsTold(Map.Entry<String, byte[]> kind) {
        assertThat(validate(DISTRUSTING, kind.getValue()).verdict()).isEqualTo(Verdict.INTACT_UNTRUSTED);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void seesEveryAlteredContent(Map.Entry<String, byte[]> kind) {
        assertThat(verdict(altered(kind.getValue()))).isEqualTo(Verdict.INVALID);
    }

    /** 900 000 becomes 100 000, however it is written in the file. */
    private static byte[] altered(byte[] file) {
        if (file[0] == 'P' && file[1] == 'K') {
            Map<String, byte[]> entries = entries(file);
            entries.computeIfPresent("fil-1.txt", (name, bytes) -> replaced(bytes, "900", "100"));
            return container(entries);
        }
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(OtherSigner.TEXT);
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString(replaced(OtherSigner.TEXT, "900", "100"));
        byte[] once = replaced(replaced(file, "900", "100"), encoded, other);
        return replaced(
                once,
                Base64.getEncoder().encodeToString(OtherSigner.TEXT),
                Base64.getEncoder().encodeToString(replaced(OtherSigner.TEXT, "900", "100")));
    }

    private static byte[] replaced(byte[] file, String before, String after) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .replace(before, after)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> entries(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] container(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void seesAFileThatWasPutIntoAContainer() {
        for (String kind : List.of("CAdES_BASELINE_B ASiC-E", "XAdES_BASELINE_B ASiC-E")) {
            Map<String, byte[]> entries = entries(named(kind));
            entries.put("fil-3.txt", OtherSigner.TEXT);
            ValidationResult result = validate(TRUSTING, container(entries));

            assertThat(result.verdict()).isEqualTo(Verdict.MODIFIED);
            assertThat(result.reason()).contains("omfattas inte av någon underskrift");
            assertThat(result.signatures().get(0).changesAfter()).isEqualTo(ChangesAfter.FORBIDDEN);
        }
    }

    @Test
    void seesAContainerThatShowsOneFileAndSignsAnother() {
        byte[] zip = named("CAdES_BASELINE_B ASiC-S");
        byte[] other = container(Map.of("fil-1.txt", replaced(OtherSigner.TEXT, "900", "100")));
        // a second file in front of the table of contents, which is turned to it
        byte[] hidden = hidden(zip, other);

        assertThat(verdict(hidden)).isIn(Verdict.INVALID, Verdict.UNREADABLE, Verdict.MODIFIED);
    }

    private static byte[] hidden(byte[] zip, byte[] other) {
        int directory = find(zip, "PK\u0001\u0002");
        int otherDirectory = find(other, "PK\u0001\u0002");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(zip, 0, directory);
        bytes.write(other, 0, otherDirectory);
        byte[] table = Arrays.copyOfRange(zip, directory, zip.length);
        int entry = find(table, "fil-1.txt") - 46;
        System.arraycopy(other, otherDirectory + 16, table, entry + 16, 12); // checksum and sizes
        little(table, entry + 42, directory);
        little(table, find(table, "PK\u0005\u0006") + 16, directory + otherDirectory);
        bytes.writeBytes(table);
        return bytes.toByteArray();
    }

    private static void little(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> (8 * i));
        }
    }

    private static int find(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void seesASignatureThatWasWrappedIntoAnotherDocument() {
        String signature = new String(named("XAdES_BASELINE_B enveloping"), StandardCharsets.UTF_8)
                .replaceFirst("<\\?xml[^>]*>", "");
        String wrapped = "<protokoll><beslut>Budget: 100 000 kronor</beslut>" + signature + "</protokoll>";

        assertThat(verdict(wrapped.getBytes(StandardCharsets.UTF_8))).isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void seesAnObjectThatWasPutBesideTheSignedOne() {
        byte[] file = named("XAdES_BASELINE_B enveloping");
        assertThat(verdict(replaced(file, "</ds:Signature>", "<ds:Object>Budget</ds:Object></ds:Signature>")))
                .isEqualTo(Verdict.MODIFIED);
    }

    @Test
    void seesWhatWasAddedBehindOrBeside() {
        byte[] cms = named("CAdES_BASELINE_B enveloping");
        assertThat(verdict(TestFiles.with(cms, "Budget"))).isEqualTo(Verdict.MODIFIED);
        byte[] json = named("JAdES_BASELINE_B flattened");
        assertThat(verdict(replaced(json, "{\"payload\"", "{\"budget\":\"100 000\",\"payload\"")))
                .isEqualTo(Verdict.MODIFIED);
        assertThat(verdict(replaced(json, "{\"payload\"", "{\"payload\":\"AAAA\",\"payload\"")))
                .isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void saysThatADetachedSignatureIsNotEnough() {
        for (byte[] file : List.of(
                SIGNER.cades(SignaturePackaging.DETACHED),
                SIGNER.xades(OtherSigner.XML, SignaturePackaging.DETACHED))) {
            ValidationResult result = validate(TRUSTING, file);
            assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(result.reason()).contains("det som är undertecknat finns inte i filen");
        }
    }

    @Test
    void seesATransformThatLeavesTheContentOut() {
        byte[] file = named("XAdES_BASELINE_B enveloped");
        String xml = new String(file, StandardCharsets.UTF_8);
        assertThat(xml).contains("/descendant::ds:Signature");
        // no longer what was signed; what counts is that such a transform alone is reason enough
        assertThat(validate(TRUSTING, replaced(file, "/descendant::ds:Signature", "/descendant::beslut"))
                        .warnings())
                .contains("Delar av filen omfattas inte av någon underskrift.");
    }

    @Test
    void readsNoDocumentTypes() {
        String xml = new String(named("XAdES_BASELINE_B enveloped"), StandardCharsets.UTF_8);
        String attack = xml.replaceFirst(
                "<protokoll", "<!DOCTYPE protokoll [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><protokoll");
        assertThat(attack).contains("DOCTYPE");
        assertThat(verdict(attack.getBytes(StandardCharsets.UTF_8))).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void answersForFilesOfTheseKindsThatNobodySigned() {
        for (byte[] file : List.of(
                OtherSigner.XML,
                container(Map.of("word/document.xml", OtherSigner.XML)),
                container(Map.of("META-INF/signatures.xml", OtherSigner.XML, "a.txt", OtherSigner.TEXT)),
                "{\"payload\": \"AAAA\"}".getBytes(StandardCharsets.UTF_8),
                "{".getBytes(StandardCharsets.UTF_8),
                "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8),
                new byte[] {0x30, 0x03, 0x02, 0x01, 0x05},
                "a.b.c".getBytes(StandardCharsets.UTF_8))) {
            assertThat(verdict(file)).isEqualTo(Verdict.UNREADABLE);
        }
    }

    @Test
    void refusesAContainerThatSwells() {
        Map<String, byte[]> entries = entries(named("CAdES_BASELINE_B ASiC-E"));
        for (int n = 0; n < 3; n++) {
            entries.put("zeros-" + n, new byte[80 << 20]);
        }
        assertThat(verdict(container(entries))).isEqualTo(Verdict.UNREADABLE);
    }
}
