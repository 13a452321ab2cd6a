package se.justera.validation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import se.justera.document.Conformance;
import se.justera.document.ReportSetter;
import se.justera.validation.AlteredSample;
import se.justera.validation.HeapShare;
import se.justera.validation.OwnDocuments;
import se.justera.validation.ResultSchema;
import se.justera.validation.SignedSample;
import se.justera.validation.TestFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public page and the API's call, over a real port and through the real filters. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = ValidationOverHttpTests.PartOfTheHouse.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:validation-web",
            "justera.access.upload-limit=1MB",
            "justera.validation.uploads.per-minute=" + ValidationOverHttpTests.UPLOADS,
            "justera.validation.uploads.patience=200ms",
            "spring.flyway.enabled=false"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ValidationOverHttpTests {

    /** More than the other tests need in a minute. */
    static final int UPLOADS = 200;

    private static final byte[] SIGNED = SignedSample.preserved();

    @SpringBootApplication(
            proxyBeanMethods = false,
            scanBasePackages = {"se.justera.validation", "se.justera.trust", "se.justera.access", "se.justera.audit"})
    @ConfigurationPropertiesScan({"se.justera.validation", "se.justera.trust", "se.justera.access"})
    @Import(ReportSetter.class)
    static class PartOfTheHouse {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }

        @Bean
        OwnDocuments ownDocuments() {
            return new OneDocument(SIGNED);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private HeapShare heap;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> upload(String path, String accept, byte[] file) {
        String boundary = "the-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Accept", accept)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anybodySeesWhatValidationTrusts() {
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/validate/trust"))
                        .build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Betrodda listor", "Används").doesNotContain("??");
    }

    @Test
    void thePageTellsWhatTheArchiveKnowsOfOurOwnDocumentsAndTheJsonDoesNot() {
        String address = validated(SIGNED);

        assertThat(get(address + "?lang=sv").body())
                .contains("Justeras uppgifter om dokumentet", "Filen är den senaste versionen.")
                .contains("Protokoll styrelsen nr 4/2026", "2026-03-25, inom 14 dagar från sammanträdet")
                .contains("Vera Vik, ordförande, justerare", "24 mars 2026 23:30:00", "7KQ4-M2XP-9TWB")
                .containsPattern("Älvdalens kommun:\\s+uppsatt 2026-03-26")
                .contains("Sista dag att överklaga: 2026-04-17", "Laga kraft från 2026-04-18");
        assertThat(get(address + "?lang=en").body())
                .contains("What Justera knows of the document", "2026-03-25, within 14 days of the meeting")
                .contains("Last day to appeal: 2026-04-17");
        assertThat(upload("/api/v1/validations", "application/json", SIGNED).body())
                .doesNotContain("7KQ4-M2XP-9TWB");
    }

    @Test
    void thePageTellsNothingBesidesOfOthers() {
        assertThat(get(validated(AlteredSample.withAnotherFirstPage())).body()).doesNotContain("Justeras uppgifter");
    }

    @Test
    void answersWithTheContractInItsOrder() {
        HttpResponse<String> answer = upload("/api/v1/validations", "application/json", SIGNED);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode result = new JsonMapper().readTree(answer.body());
        assertThat(result.propertyNames())
                .containsExactly(
                        "file", "sha256", "verdict", "reason", "pages", "signatures", "timestamps", "warnings");
        assertThat(result.get("verdict").asString()).isEqualTo("VALID");
        assertThat(result.get("file").asString()).isEqualTo("p.pdf");
        assertThat(result.get("reason").asString()).startsWith("Dokumentet är förseglat och undertecknat av");
        JsonNode signature = result.get("signatures").get(1);
        assertThat(signature.propertyNames())
                .containsExactly(
                        "id",
                        "kind",
                        "signer",
                        "role",
                        "reason",
                        "signingTime",
                        "format",
                        "indication",
                        "subIndication",
                        "intact",
                        "trusted",
                        "changesAfter",
                        "coversWholeFile",
                        "qualification");
        assertThat(signature.get("signer").propertyNames()).containsExactly("name", "organisation");
        assertThat(signature.get("signingTime").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(signature.get("subIndication").isNull()).isTrue();
        assertThat(result.get("timestamps").get(0).propertyNames())
                .containsExactly("id", "kind", "time", "indication", "intact", "trusted");
    }

    @Test
    void answersWithTheStandardsReportAsXml() {
        HttpResponse<String> answer = upload("/api/v1/validations", "application/xml", SIGNED);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("http://uri.etsi.org/19102/v1.4.1#", "ValidationReport");
    }

    @Test
    void answersWithAPage() {
        HttpResponse<String> answer = upload("/api/v1/validations", "text/html", SIGNED);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1", "Dokumentet är förseglat och undertecknat av");
    }

    @Test
    void answersWithAReportAsPdf() {
        HttpResponse<String> answer = upload("/api/v1/validations", "application/pdf", SIGNED);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.body()).startsWith("%PDF-1.7");
    }

    @Test
    void answersWithAReportAsPdfAlsoWhereNothingCouldBeRead() {
        HttpResponse<String> answer = upload("/api/v1/validations", "application/pdf", new byte[] {1});

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF-1.7");
    }

    @Test
    void refusesWhatItCannotWrite() {
        HttpResponse<String> answer = upload("/api/v1/validations", "image/png", SIGNED);

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(upload("/api/v1/validations", "no accept header", SIGNED).statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | application/json
            */* | application/json
            application/* | application/json
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html
            application/json;q=0.2, application/pdf;q=0.9 | application/pdf
            text/html;q=0.1, application/xml;q=0.5, application/json;q=0.3 | application/xml
            image/png, application/json;q=0.1 | application/json
            text/* | text/html
            text/xml | application/xml
            application/problem+json, application/json | application/json
            """)
    void answersInTheFormThatIsPreferred(String accept, String type) {
        HttpResponse<String> answer = upload("/api/v1/validations", accept, SIGNED);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({
        "etsi, ValidationReport",
        "simple, SimpleReport",
        "detailed, DetailedReport",
        "diagnostic, DiagnosticData"
    })
    void answersWithTheReportThatIsAskedFor(String report, String root) throws Exception {
        for (byte[] file : List.of(SIGNED, new byte[] {1}, TestFiles.unsigned())) {
            HttpResponse<String> answer = upload("/api/v1/validations?report=" + report, "application/xml", file);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(TestFiles.root(answer.body())).isEqualTo(root);
        }
        assertThat(upload("/api/v1/validations?report=other", "application/xml", SIGNED)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void lettingNoReportPassWhatTheVerdictRejects() {
        byte[] tailed = TestFiles.with(SIGNED, "%added\n");
        assertThat(upload("/api/v1/validations", "application/json", tailed).body())
                .contains("\"verdict\":\"MODIFIED\"");
        for (String report : List.of("simple", "detailed", "etsi")) {
            String xml = upload("/api/v1/validations?report=" + report, "application/xml", tailed)
                    .body();
            assertThat(xml).as(report).contains("FORMAT_FAILURE", "Dokumentet har ändrats efter en underskrift");
        }
        assertThat(upload("/api/v1/validations?report=simple", "application/xml", tailed)
                        .body())
                .contains("<ValidSignaturesCount>0<")
                .doesNotContain("<Indication>TOTAL_PASSED<");
        assertThat(upload("/api/v1/validations?report=simple", "application/xml", SIGNED)
                        .body())
                .contains("<Indication>TOTAL_PASSED<")
                .doesNotContain("FORMAT_FAILURE");
    }

    @Test
    void conformsToThePublishedSchema() {
        HttpResponse<String> schema =
                send(request("/api/v1/validation-result.schema.json").GET().build());
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type")).contains("application/schema+json");
        for (byte[] file : List.of(SIGNED, new byte[0], TestFiles.unsigned(), TestFiles.with(SIGNED, "%x\n"))) {
            ResultSchema.holdsFor(
                    upload("/api/v1/validations", "application/json", file).body());
        }
    }

    @Test
    void refusesWhatIsNoUpload() {
        for (String type : List.of("application/pdf", "application/json", "application/x-www-form-urlencoded")) {
            HttpResponse<String> answer = send(request("/api/v1/validations")
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(SIGNED))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(415);
        }
        HttpResponse<String> empty = send(request("/api/v1/validations")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("--b--\r\n"))
                .build());
        assertThat(empty.statusCode()).isEqualTo(400);
    }

    @Test
    void callsWhatIsNoPdfUnreadable() {
        HttpResponse<String> answer = upload("/api/v1/validations", "*/*", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"verdict\":\"UNREADABLE\"", "\"sha256\":null", "\"pages\":null");
    }

    @Test
    void refusesATooLargeFileWithAProblem() {
        HttpResponse<String> answer = upload("/api/v1/validations", "application/json", new byte[3 << 20]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void showsTheSentenceAndEverySignatureOnThePage() {
        String address = validated(SIGNED);

        assertThat(get(address + "?lang=sv").body())
                .contains("Dokumentet är förseglat och undertecknat av")
                .contains("(svensk tid)")
                .contains("Bara sådant som är tillåtet har lagts till")
                .contains("Teknisk rapport från EU:s DSS")
                .contains("Vi litar på")
                .doesNotContain("??");
        // the file is gone, the result is not
        assertThat(get(address + "?lang=en").body())
                .contains("The document is sealed and signed by")
                .contains("We trust")
                .doesNotContain("??");
    }

    @Test
    void givesTheReportsBehindThePage() {
        String address = validated(SIGNED);

        assertThat(get(address + "/report.pdf").body()).startsWith("%PDF-1.7");
        ResultSchema.holdsFor(get(address + "/result.json").body());
        assertThat(get(address + "/etsi.xml").body()).contains("ValidationReport");
        assertThat(get("/validate/AAAAAAAAAAAAAAAAAAAAAA").statusCode()).isEqualTo(404);
        assertThat(get("/validate/AAAAAAAAAAAAAAAAAAAAAA/report.pdf").statusCode())
                .isEqualTo(303);
    }

    private byte[] bytes(String path) throws Exception {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** The address of the result. */
    private String validated(byte[] file) {
        HttpResponse<String> answer = upload("/validate", "text/html", file);
        assertThat(answer.statusCode()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    @Test
    void asksForAFileWhereNoneWasChosen() {
        String form = send(request("/validate").GET().build()).body();
        assertThat(form).contains("Validera en PDF", "type=\"file\"");
        HttpResponse<String> answer = send(request("/validate")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Välj den fil som ska valideras", "aria-describedby=\"file-hint file-error\"");
    }

    @Test
    void escapesWhatTheFileSays() {
        byte[] hostile = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(get(validated(hostile)).body()).doesNotContain("<script>alert");
    }

    /** The page before and after, to be seen by whoever has the address, and by nobody else. */
    @Test
    void showsWhatWasChanged() {
        String address = validated(AlteredSample.withAnotherFirstPage());
        String page = get(address).body();
        assertThat(page).contains("Det här ändrades", "Som den undertecknades", "/changes/1/before.png");
        HttpResponse<String> picture = get(address + "/changes/1/after.png");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(get(address + "/changes/99/after.png").statusCode()).isEqualTo(404);
        assertThat(get(validated(SIGNED)).body()).doesNotContain("Det här ändrades");
    }

    @Test
    void saysThatItIsBusyWhenThereIsNoRoomAndNotBefore() {
        HeapShare.Part all = heap.take(Integer.MAX_VALUE, Duration.ofSeconds(10));
        HttpResponse<String> answer = upload("/api/v1/validations", "application/json", new byte[0]);
        all.giveBack();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(upload("/api/v1/validations", "application/json", new byte[0])
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theReportToKeepSaysWhatThePageSays(String language) throws Exception {
        boolean swedish = language.equals("sv");
        String ours = report(SIGNED, "ours", language);
        assertThat(ours)
                .contains("Protokoll styrelsen nr 4/2026", "2026-03-25", "7KQ4-M2XP-9TWB")
                .contains(swedish ? "Filen är den senaste versionen." : "The file is the newest version.");
        String altered = report(AlteredSample.withAnotherFirstPage(), "altered", language);
        assertThat(altered)
                .contains(swedish ? "Det här ändrades" : "This was changed")
                .contains(swedish ? "Sidan ser annorlunda ut" : "The page looks different");
        assertThat(altered.split(swedish ? "nnehållet på sida 1 är ändrat" : "ontent of page 1", -1))
                .as("said once")
                .hasSize(2);
        report(TestFiles.unsigned(), "unsigned", language);
        report("hej".getBytes(StandardCharsets.UTF_8), "unreadable", language);
    }

    /** Its text, on one page, as PDF/A and PDF/UA. */
    private String report(byte[] file, String name, String language) throws Exception {
        byte[] pdf = bytes(validated(file) + "/report.pdf?lang=" + language);
        Path kept = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(kept.resolve("report-" + name + "-" + language + ".pdf"), pdf);
        assertThat(Conformance.faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The last one: nothing is left for others after it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void lettingNobodySendMoreThanTheirShare() {
        HttpResponse<String> answer = upload("/api/v1/validations", "application/json", new byte[0]);
        for (int n = 0; n < 2 * UPLOADS && answer.statusCode() == 200; n++) {
            answer = upload("/api/v1/validations", "application/json", new byte[0]);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
