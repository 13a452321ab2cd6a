package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.trust.SamplePki;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * From imported text to a signed, preserved and validated document, over HTTP and SMTP alone: in demo mode on H2, and in
 * production on PostgreSQL with keys of its own.
 */
class JourneyIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "correct-horse-battery";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void inDemoModeOnH2() throws Exception {
        try (var post = new PostBox(Service.freePort())) {
            var settings = new HashMap<>(mail(post));
            settings.put("justera.data", folder.resolve("data").toString());
            settings.put("justera.demo.password", PASSWORD);
            settings.put("justera.demo.fill", "false");
            try (Service service = new Service(settings, folder).start()) {
                Path sample = Path.of("certs-sample");
                var secretary = new Secretary(service, "secretary", PASSWORD);
                List<JsonNode> results =
                        travel(service, post, secretary, sample.resolve("trusted-list.xml"), sample.resolve("trust"));
                everySignatureIsAdvancedAndLasts(results.get(results.size() - 1));
                assertThat(service.log()).doesNotContain("/task/");
            }
        }
    }

    @Test
    void inProductionOnPostgres() throws Exception {
        new SamplePki("Journey", "(test)", new SecureRandom()).writeTo(folder.resolve("keys"));
        try (var postgres = EmbeddedPostgres.builder().start();
                var post = new PostBox(Service.freePort())) {
            int port = Service.freePort();
            var settings = new HashMap<>(mail(post));
            settings.putAll(production(postgres, port));
            try (Service service = new Service(settings, folder, port).start()) {
                var secretary = new Secretary(service, "kansli", PASSWORD);
                Waiting.until("the first account works", LONG, () -> secretary.mayCall());
                travel(service, post, secretary, folder.resolve("keys/trust"), folder.resolve("keys/trust"));
                assertThat(service.log()).doesNotContain("/task/").doesNotContain(PASSWORD);
            }
        }
    }

    private static Map<String, String> mail(PostBox post) {
        return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", "" + post.port());
    }

    private Map<String, String> production(EmbeddedPostgres postgres, int port) {
        Path keys = folder.resolve("keys");
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.profiles.active", "production");
        settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        settings.put("spring.datasource.username", "postgres");
        settings.put("justera.base-url", "http://localhost:" + port);
        settings.put("justera.notify.from", "protokoll@journey.example");
        settings.put("justera.trust.issuing-ca-store", "file:" + keys.resolve("issuing-ca.p12"));
        settings.put("justera.trust.issuing-ca-url", "http://ca.journey.example/issuing-ca.crt");
        settings.put("justera.trust.seal-store", "file:" + keys.resolve("seal.p12"));
        settings.put("justera.trust.tsa-store", "file:" + keys.resolve("tsa.p12"));
        settings.put(
                "justera.trust.crls",
                "file:" + keys.resolve("root-ca.crl") + ",file:" + keys.resolve("issuing-ca.crl"));
        settings.put("justera.trust.anchors", "file:" + keys.resolve("trust/root-ca.pem"));
        settings.put("justera.first.association", "Samordningsförbundet Journey");
        settings.put("justera.first.account", "kansli");
        settings.put("justera.first.password", PASSWORD);
        return settings;
    }

    /** What the command line says of each revision. */
    private List<JsonNode> travel(Service service, PostBox post, Secretary secretary, Path trust, Path anchors)
            throws Exception {
        var writer = new Participant("skrivare@journey.example", post);
        var chair = new Participant("ordf@journey.example", post);
        var first = new Participant("justerare1@journey.example", post);
        var second = new Participant("justerare2@journey.example", post);
        var third = new Participant("justerare3@journey.example", post);
        String id = imported(secretary, List.of(writer, chair, first, second, third));

        assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
        String review = chair.link("Att granska", 0);
        chair.identify(review);
        Participant.expect(303, chair.post(review, Map.of("action", "return", "comment", "§ 2 ska ändras.")));
        assertThat(post.await(writer.email(), "Tillbaka till sekreteraren", 0)).contains("§ 2 ska ändras.");
        secretary.awaitState(id, "DRAFT");

        int mailsBefore = post.count(chair.email());
        assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
        review = chair.link("Att granska", mailsBefore);
        Participant.expect(303, chair.post(review, Map.of("action", "approve")));

        var revisions = new ArrayList<byte[]>();
        String writersLink = writer.link("Att underteckna", 0);
        revisions.add(secretary.pdf(id));
        writer.identify(writersLink);
        String shown = writer.shownHash(writersLink);
        Participant.expect(303, writer.sign(writersLink));
        assertThat(post.await(writer.email(), "Kvitto på din underskrift", 0)).contains(shown);
        Participant.expect(409, writer.post(writersLink, Map.of("action", "sign", "consent", "true", "sha256", shown)));
        revisions.add(secretary.pdf(id));

        signAtTheSameMoment(List.of(chair, first, third));
        revisions.add(secretary.pdf(id));
        String secondsLink = second.link("Att underteckna", 0);
        second.identify(secondsLink);
        Participant.expect(303, second.sign(secondsLink));
        revisions.add(secretary.pdf(id));

        secretary.awaitState(id, "ADJUSTED");
        byte[] last = secretary.pdf(id);
        revisions.add(last);
        for (Participant person : List.of(writer, chair, first, second, third)) {
            assertThat(post.await(person.email(), "Justerat", 0))
                    .contains(service.address("/validate").toString());
        }
        assertThat(second.fetch(secondsLink + "/document.pdf")).isEqualTo(last);
        Participant.expect(410, second.post(secondsLink, Map.of("action", "decline", "reason", "för sent")));

        List<JsonNode> results = eachRevisionIsValid(secretary, revisions, trust);
        new SignedDocument(last).conforms(folder, anchors.resolve("root-ca.pem"));
        alterationsAreCaught(secretary, last);
        auditTrailIsWhole(secretary, id);
        return results;
    }

    /** By the sample's trusted list: advanced, whole, and for the long term. */
    private static void everySignatureIsAdvancedAndLasts(JsonNode result) {
        List<JsonNode> signatures = new ArrayList<>();
        result.get("signatures").forEach(signatures::add);
        assertThat(signatures).hasSize(6).allSatisfy(signature -> {
            assertThat(signature.get("indication").asString()).isEqualTo("TOTAL_PASSED");
            assertThat(signature.get("format").asString()).isEqualTo("PAdES_BASELINE_LTA");
        });
        assertThat(signatures.stream()
                        .filter(signature -> signature.get("kind").asString().equals("SIGNATURE"))
                        .map(signature -> signature.get("qualification").asString()))
                .hasSize(5)
                .containsOnly("AdESig");
    }

    private static String imported(Secretary secretary, List<Participant> people) throws Exception {
        try (InputStream text = JourneyIT.class.getResourceAsStream("/imports/c-board-cover.txt")) {
            String id = secretary.importText(
                    "protokoll.txt", java.util.Objects.requireNonNull(text).readAllBytes());
            JsonNode resource = secretary.minutes(id);
            assertThat(resource.get("state").asString()).isEqualTo("DRAFT");
            HttpResponse<String> tooEarly = secretary.submit(id);
            Participant.expect(422, tooEarly);
            assertThat(tooEarly.body()).contains("/meeting/date");

            var draft = (ObjectNode) resource.get("draft");
            ((ObjectNode) draft.get("meeting")).put("date", "2026-06-15");
            addSignatories(draft, people);
            Participant.expect(
                    200, secretary.put("/api/v1/minutes/" + id, secretary.version(id), JSON.writeValueAsString(draft)));
            Participant.expect(412, secretary.put("/api/v1/minutes/" + id, "1", JSON.writeValueAsString(draft)));
            return id;
        }
    }

    private static void addSignatories(ObjectNode draft, List<Participant> people) {
        var signatories = (tools.jackson.databind.node.ArrayNode) draft.get("signatories");
        var byRole = new HashMap<String, String>(Map.of(
                "SECRETARY", people.get(0).email(),
                "CHAIR", people.get(1).email(),
                "ADJUSTER", people.get(2).email()));
        for (JsonNode line : signatories) {
            ((ObjectNode) line).put("email", byRole.get(line.get("role").asString()));
        }
        adjuster(signatories.addObject(), "Ulrika Strand", people.get(3));
        adjuster(signatories.addObject(), "Zoë Łukasiewicz-Þórsdóttir", people.get(4));
    }

    private static void adjuster(ObjectNode line, String name, Participant person) {
        line.put("name", name).put("role", "ADJUSTER").put("email", person.email());
    }

    private static void signAtTheSameMoment(List<Participant> people) throws Exception {
        var signatures = new ArrayList<Callable<HttpResponse<String>>>();
        for (Participant person : people) {
            String link = person.link("Att underteckna", 0);
            person.identify(link);
            signatures.add(() -> person.sign(link));
        }
        ExecutorService both = Executors.newFixedThreadPool(people.size());
        try {
            for (Future<HttpResponse<String>> signature : both.invokeAll(signatures)) {
                Participant.expect(303, signature.get());
            }
        } finally {
            both.shutdownNow();
        }
    }

    private List<JsonNode> eachRevisionIsValid(Secretary secretary, List<byte[]> revisions, Path trust)
            throws Exception {
        var command = new ArrayList<>(List.of(
                Service.java(), "-jar", Service.jar().toString(), "validate", "--json", "--trust", trust.toString()));
        for (int n = 0; n < revisions.size(); n++) {
            JsonNode result = secretary.validate(revisions.get(n));
            assertThat(result.get("verdict").asString())
                    .as("revision %d: %s", n, result)
                    .isEqualTo("VALID");
            Path file = folder.resolve("revision-" + n + ".pdf");
            Files.write(file, revisions.get(n));
            command.add(file.toString());
        }
        Process validate = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(validate.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(validate.waitFor()).isZero();
        assertThat(lines).hasSize(revisions.size()).allMatch(line -> line.contains("\"verdict\":\"VALID\""));
        return lines.stream().map(JSON::readTree).toList();
    }

    private static void alterationsAreCaught(Secretary secretary, byte[] pdf) throws Exception {
        var random = new Random(20261122);
        int end = pdf.length;
        for (int i = 0; i < 25; i++) {
            byte[] altered = pdf.clone();
            altered[signedPlace(pdf, random.nextInt(end))] ^= (byte) (1 << random.nextInt(8));
            assertThat(secretary.validate(altered).get("verdict").asString())
                    .as("one bit flipped, try %d", i)
                    .isNotEqualTo("VALID");
        }
        byte[] longer = java.util.Arrays.copyOf(pdf, pdf.length + 20);
        System.arraycopy("\n% added afterwards\n".getBytes(StandardCharsets.US_ASCII), 0, longer, pdf.length, 20);
        assertThat(secretary.validate(longer).get("verdict").asString()).isEqualTo("MODIFIED");
    }

    /** The next place that is no hex digit of a signature's own container, which no signature covers. */
    private static int signedPlace(byte[] pdf, int from) {
        int place = from;
        while (place > 0 && Character.digit(pdf[place], 16) >= 0) {
            place--;
        }
        return place;
    }

    private static void auditTrailIsWhole(Secretary secretary, String id) throws IOException, InterruptedException {
        JsonNode events = secretary.get("/api/v1/minutes/" + id + "/events");
        String previous = "0".repeat(64);
        long seq = 0;
        for (JsonNode event : events) {
            assertThat(event.get("seq").asLong()).isEqualTo(++seq);
            assertThat(event.get("previous").asString()).isEqualTo(previous);
            previous = event.get("hash").asString();
        }
        assertThat(events.toString())
                .contains("minutes.returned", "minutes.approved", "document.sealed", "document.preserved")
                .doesNotContain("@journey.example");
    }
}
