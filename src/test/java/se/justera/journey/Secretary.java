package se.justera.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API with the secretary's account. */
public final class Secretary {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Service service;
    private final String credentials;
    private final HttpClient http = HttpClient.newHttpClient();

    public Secretary(Service service, String account, String password) {
        this.service = service;
        this.credentials = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the account is known yet. */
    public boolean mayCall() throws IOException, InterruptedException {
        return send(request("/api/v1/minutes").build()).statusCode() == 200;
    }

    /** Uploads a text file; the id of the draft made of it. */
    public String importText(String fileName, byte[] text) throws IOException, InterruptedException {
        HttpResponse<String> answer = upload("/api/v1/minutes/import", fileName, text);
        Participant.expect(201, answer);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).build());
        Participant.expect(200, answer);
        return JSON.readTree(answer.body());
    }

    public JsonNode minutes(String id) throws IOException, InterruptedException {
        return get("/api/v1/minutes/" + id);
    }

    public byte[] pdf(String id) throws IOException, InterruptedException {
        return http.send(request("/api/v1/minutes/" + id + "/pdf").build(), BodyHandlers.ofByteArray())
                .body();
    }

    public HttpResponse<String> put(String path, String version, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("If-Match", "\"" + version + "\"")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> post(String path, String version, String json)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("If-Match", "\"" + version + "\"")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** Submits whatever the draft is now. */
    public HttpResponse<String> submit(String id) throws IOException, InterruptedException {
        return post("/api/v1/minutes/" + id + "/submission", version(id), "");
    }

    public String version(String id) throws IOException, InterruptedException {
        return minutes(id).get("version").asString();
    }

    public String state(String id) throws IOException, InterruptedException {
        return minutes(id).get("state").asString();
    }

    public void awaitState(String id, String state) {
        Waiting.until(
                "the minutes are " + state,
                Duration.ofMinutes(2),
                () -> state(id).equals(state));
    }

    /** Validates at the public address. */
    public JsonNode validate(byte[] pdf) throws IOException, InterruptedException {
        HttpResponse<String> answer = upload("/api/v1/validations", "uploaded.pdf", pdf);
        Participant.expect(200, answer);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> upload(String path, String fileName, byte[] bytes)
            throws IOException, InterruptedException {
        String boundary = "justera-journey-boundary";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(bytes),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "application/json")
                .POST(body)
                .build());
    }

    private HttpRequest.Builder request(String path) {
        URI address = service.address(path);
        return HttpRequest.newBuilder(address).header("Authorization", credentials);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }
}
