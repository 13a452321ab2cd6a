package se.justera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Killed like by a power cut after each step and started again, the service goes on as if nothing had been. */
class KilledServiceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    Path folder;

    @Test
    void losesNothingAndDoesNothingTwice() throws Exception {
        try (var post = new PostBox(Service.freePort())) {
            var settings = new HashMap<String, String>();
            settings.put("spring.mail.host", "127.0.0.1");
            settings.put("spring.mail.port", "" + post.port());
            settings.put("justera.data", folder.resolve("data").toString());
            settings.put("justera.demo.password", PASSWORD);
            settings.put("justera.demo.fill", "false");
            try (Service service = new Service(settings, folder).start()) {
                travel(service, post, new Secretary(service, "secretary", PASSWORD));
            }
        }
    }

    private static void travel(Service service, PostBox post, Secretary secretary) throws Exception {
        var writer = new Participant("skrivare@killed.example", post);
        var chair = new Participant("ordf@killed.example", post);
        String id = drafted(secretary, writer, chair);
        restart(service);
        assertThat(secretary.submit(id).statusCode()).isBetween(200, 204);
        restart(service); // before or after the mail to the chair: it comes, or has come

        String review = chair.link("Att granska", 0);
        chair.identify(review);
        restart(service); // the browser stays identified
        Participant.expect(303, chair.post(review, Map.of("action", "approve")));
        restart(service); // while the document is rendered and sealed

        String writersLink = writer.link("Att underteckna", 0);
        writer.identify(writersLink);
        Participant.expect(303, writer.sign(writersLink));
        restart(service); // the signature is stored, the receipt may not be sent

        assertThat(post.await(writer.email(), "Kvitto", 0)).contains("Du har undertecknat");
        String chairsLink = chair.link("Att underteckna", 0);
        Participant.expect(303, chair.sign(chairsLink));
        restart(service); // while the archive time-stamp is made

        secretary.awaitState(id, "ADJUSTED");
        assertThat(post.await(chair.email(), "Justerat", 0)).contains("Alla har undertecknat");
        restart(service);
        JsonNode result = secretary.validate(secretary.pdf(id));
        assertThat(result.get("verdict").asString()).isEqualTo("VALID");
        assertThat(result.get("signatures"))
                .as("the seal and two people, each once")
                .hasSize(3);
        assertThat(secretary.get("/api/v1/minutes/" + id + "/process").get("incidents"))
                .isEmpty();
    }

    private static void restart(Service service) throws Exception {
        service.kill();
        service.start();
    }

    private static String drafted(Secretary secretary, Participant writer, Participant chair) throws Exception {
        try (InputStream text = KilledServiceIT.class.getResourceAsStream("/imports/a-committee.txt")) {
            String id = secretary.importText(
                    "protokoll.txt", Objects.requireNonNull(text).readAllBytes());
            var draft = (ObjectNode) secretary.minutes(id).get("draft");
            var signatories = draft.putArray("signatories");
            List<JsonNode> people = List.of(
                    signatories.addObject().put("role", "SECRETARY").put("name", "Skrivar Skrivarsson"),
                    signatories.addObject().put("role", "CHAIR").put("name", "Ordförande Ordförandesson"));
            ((ObjectNode) people.get(0)).put("email", writer.email());
            ((ObjectNode) people.get(1)).put("email", chair.email());
            Participant.expect(
                    200, secretary.put("/api/v1/minutes/" + id, secretary.version(id), JSON.writeValueAsString(draft)));
            return id;
        }
    }
}
