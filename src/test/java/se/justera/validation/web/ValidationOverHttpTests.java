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
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import se.justera.document.ReportSetter;
import se.justera.validation.SignedSample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public page and the API's call, over a real port and through the real filters. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = ValidationOverHttpTests.PartOfTheHouse.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:validation-web",
            "justera.access.upload-limit=1MB",
            "spring.flyway.enabled=false"
        })
class ValidationOverHttpTests {

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
    }

    @LocalServerPort
    private int port;

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
        assertThat(upload("/api/v1/validations", "image/png", SIGNED).statusCode())
                .isEqualTo(406);
        assertThat(upload("/api/v1/validations", "application/xml", new byte[] {1})
                        .statusCode())
                .isEqualTo(406);
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
        String page = upload("/validate?lang=sv", "text/html", SIGNED).body();

        assertThat(page)
                .contains("Dokumentet är förseglat och undertecknat av")
                .contains("(svensk tid)")
                .contains("Bara sådant som är tillåtet har lagts till")
                .contains("Teknisk rapport från EU:s DSS")
                .doesNotContain("??");
        assertThat(upload("/validate?lang=en", "text/html", SIGNED).body())
                .contains("The document is sealed and signed by")
                .doesNotContain("??");
    }

    @Test
    void asksForAFileWhereNoneWasChosen() {
        String form = send(request("/validate").GET().build()).body();
        assertThat(form).contains("Validera en PDF", "type=\"file\"");
    }

    @Test
    void escapesWhatTheFileSays() {
        byte[] hostile = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(upload("/validate", "text/html", hostile).body()).doesNotContain("<script>alert");
    }
}
