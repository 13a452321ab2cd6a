package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong outside: bad links and codes, two clicks at once, a mail server that is down. Nothing is lost by it. */
class RefusalsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "correct-horse-battery";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static PostBox post;
    private static Service service;
    private static Secretary secretary;
    private Participant chair;

    @BeforeAll
    static void start() throws Exception {
        post = new PostBox(Service.freePort());
        var settings = new HashMap<String, String>();
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", "" + post.port());
        settings.put("justera.data", folder.resolve("data").toString());
        settings.put("justera.demo.password", PASSWORD);
        settings.put("justera.demo.fill", "false");
        settings.put("justera.process.retry-after", "2s,2s,2s,2s,2s,2s");
        service = new Service(settings, folder).start();
        secretary = new Secretary(service, "secretary", PASSWORD);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        post.close();
    }

    /** Somebody else in each test, so that no test reads another's mails. */
    @BeforeEach
    void seat() {
        chair = new Participant("ordf-" + UUID.randomUUID() + "@refusals.example", post);
    }

    @Test
    void badLinksCodesAndClicksAreAnsweredAndChangeNothing() throws Exception {
        String unknown = service.address("/task/" + "A".repeat(43)).toString();
        Participant.expect(404, chair.open(unknown));

        String id = draft();
        Participant.expect(428, withoutIfMatch("/api/v1/minutes/" + id + "/submission"));
        assertThat(secretary.state(id)).isEqualTo("DRAFT");
        assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
        String review = chair.link("Att granska", 0);
        Participant.expect(403, chair.post(review, Map.of("action", "approve")));
        threeWrongCodesLockTheLink(review);
        assertThat(secretary.state(id)).isEqualTo("REVIEW");

        Participant.expect(
                200,
                secretary.post(
                        "/api/v1/minutes/" + id + "/cancellation",
                        secretary.version(id),
                        "{\"reason\":\"Fel möte.\"}"));
        assertThat(post.await(chair.email(), "Avbrutet", 0)).contains("Fel möte.");
        HttpResponse<String> ended = chair.open(review);
        Participant.expect(200, ended);
        assertThat(ended.body()).contains("Ärendet är avslutat");
        Participant.expect(410, chair.post(review, Map.of("action", "approve")));
        assertThat(secretary.state(id)).isEqualTo("CANCELLED");
    }

    private void threeWrongCodesLockTheLink(String review) throws Exception {
        int before = post.count(chair.email());
        Participant.expect(303, chair.post(review, Map.of("action", "requestCode")));
        String right = PostBox.code(post.await(chair.email(), "Din engångskod", before));
        String wrong = right.startsWith("1") ? "200000" : "100000";
        Participant.expect(403, chair.post(review, Map.of("action", "identify", "code", wrong)));
        Participant.expect(403, chair.post(review, Map.of("action", "identify", "code", wrong)));
        Participant.expect(429, chair.post(review, Map.of("action", "identify", "code", wrong)));
        Participant.expect(429, chair.post(review, Map.of("action", "identify", "code", right)));
        Participant.expect(429, chair.post(review, Map.of("action", "requestCode")));
    }

    @Test
    void twoClicksAtTheSameMomentMakeOneSignature() throws Exception {
        String id = draft();
        assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
        String review = chair.link("Att granska", 0);
        chair.identify(review);
        Participant.expect(303, chair.post(review, Map.of("action", "approve")));
        String link = chair.link("Att underteckna", 0);
        String shown = chair.shownHash(link);
        Participant.expect(
                409, chair.post(link, Map.of("action", "sign", "consent", "true", "sha256", "0".repeat(64))));
        assertThat(chair.post(link, Map.of("action", "sign", "sha256", shown)).statusCode())
                .isBetween(400, 422);
        assertThat(secretary.state(id)).isEqualTo("ADJUSTMENT");

        Callable<Integer> click = () -> chair.sign(link).statusCode();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            var answers = both.invokeAll(List.of(click, click));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .contains(303)
                    .containsAnyOf(409, 410); // 410 where the process has ended meanwhile
        } finally {
            both.shutdownNow();
        }
        secretary.awaitState(id, "ADJUSTED");
        JsonNode result = secretary.validate(secretary.pdf(id));
        assertThat(result.get("verdict").asString()).isEqualTo("VALID");
        assertThat(result.get("signatures")
                        .valueStream()
                        .filter(s -> s.get("kind").asString().equals("SIGNATURE")))
                .hasSize(1);
    }

    @Test
    void invitationsWaitForAMailServerThatIsDown() throws Exception {
        int port = post.port();
        String id = draft();
        post.close();
        assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
        Waiting.until(
                "the step that failed is seen", PATIENCE, () -> !incidents(id).isEmpty());
        assertThat(secretary.state(id)).isEqualTo("REVIEW");
        assertThat(incidents(id).get(0).get("message").asString()).isNotBlank();

        post = new PostBox(port);
        chair = new Participant(chair.email(), post);
        String review = chair.link("Att granska", 0);
        chair.identify(review);
        Participant.expect(303, chair.post(review, Map.of("action", "approve")));
        assertThat(chair.link("Att underteckna", 0)).contains("/task/");
        Waiting.until(
                "nothing has failed any more", PATIENCE, () -> incidents(id).isEmpty());
    }

    private JsonNode incidents(String id) throws Exception {
        return secretary.get("/api/v1/minutes/" + id + "/process").get("incidents");
    }

    private HttpResponse<String> withoutIfMatch(String path) throws Exception {
        URI address = service.address(path);
        String credentials = java.util.Base64.getEncoder()
                .encodeToString(("secretary:" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Basic " + credentials)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    /** Minutes that only the chair signs. */
    private String draft() throws Exception {
        try (InputStream text = RefusalsIT.class.getResourceAsStream("/imports/a-committee.txt")) {
            String id = secretary.importText(
                    "protokoll.txt", Objects.requireNonNull(text).readAllBytes());
            var draft = (ObjectNode) secretary.minutes(id).get("draft");
            draft.putArray("signatories")
                    .addObject()
                    .put("role", "CHAIR")
                    .put("name", "Maja Ordförandesson")
                    .put("email", chair.email());
            Participant.expect(
                    200, secretary.put("/api/v1/minutes/" + id, secretary.version(id), JSON.writeValueAsString(draft)));
            return id;
        }
    }
}
