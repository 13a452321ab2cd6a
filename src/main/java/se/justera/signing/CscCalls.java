package se.justera.signing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the CSC API v2: JSON over POST with a bearer token, time-outs, and errors as the specification names them. */
final class CscCalls {

    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final int LONGEST_REASON = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Set<String> WRONG_ANSWER = Set.of("invalid_authentication_data", "invalid_otp", "invalid_pin");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CscSettings settings;
    private final Clock clock;
    private final HttpClient http;
    private @Nullable String token;
    private Instant tokenEnds = Instant.EPOCH;

    CscCalls(CscSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /** An answer that the specification foresees. */
    record Answer(int status, JsonNode body) {

        /** @throws SigningFailed if it is not there */
        String text(String name, String keeper) {
            JsonNode value = body.path(name);
            if (!value.isString() || value.asString().isEmpty()) {
                throw new SigningFailed("%s answers without %s.".formatted(keeper, name));
            }
            return value.asString();
        }
    }

    /**
     * One call.
     *
     * @param method e.g. {@code credentials/list}
     */
    Answer call(String method, Map<String, Object> input) {
        HttpResponse<InputStream> response = send(method, input, token());
        if (response.statusCode() == UNAUTHORIZED) {
            forgetToken();
            response = send(method, input, token());
        }
        return answer(method, response);
    }

    private HttpResponse<InputStream> send(String method, Map<String, Object> input, String bearer) {
        return exchange(HttpRequest.newBuilder(URI.create(settings.url() + "/" + method))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(input)))
                .build());
    }

    private Answer answer(String method, HttpResponse<InputStream> response) {
        int status = response.statusCode();
        if (status == 204) {
            return new Answer(status, JSON.createObjectNode());
        }
        JsonNode body = body(response);
        if (status == 200 || status == 202) {
            return new Answer(status, body);
        }
        String error = body.path("error").asString("");
        if (WRONG_ANSWER.contains(error)) {
            throw new KeyAnswersWrong(settings.name());
        }
        String reason = (error + " " + body.path("error_description").asString("")).strip();
        throw new SigningFailed("%s refuses %s: HTTP %d %s"
                .formatted(
                        settings.name(),
                        method,
                        status,
                        reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
    }

    private JsonNode body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(LARGEST_ANSWER + 1);
            JsonNode body = bytes.length > LARGEST_ANSWER ? null : JSON.readTree(bytes);
            if (body == null || !body.isObject()) {
                throw garbage(null);
            }
            return body;
        } catch (IOException | JacksonException e) {
            throw garbage(e);
        }
    }

    private SigningFailed garbage(@Nullable Exception cause) {
        String sentence = settings.name() + " answers something that is no JSON object.";
        return cause == null ? new SigningFailed(sentence) : new SigningFailed(sentence, cause);
    }

    private synchronized String token() {
        if (token == null || !clock.instant().isBefore(tokenEnds)) {
            Answer answer = answer("oauth2/token", exchange(tokenRequest()));
            token = answer.text("access_token", settings.name());
            tokenEnds = clock.instant()
                    .plusSeconds(answer.body().path("expires_in").asLong(300))
                    .minus(settings.timeout());
        }
        return token;
    }

    private synchronized void forgetToken() {
        token = null;
    }

    private HttpRequest tokenRequest() {
        String client = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return HttpRequest.newBuilder(Objects.requireNonNull(settings.tokenUrl()))
                .timeout(settings.timeout())
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=service"))
                .build();
    }

    private HttpResponse<InputStream> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new SigningFailed("%s does not answer: %s".formatted(settings.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningFailed(settings.name() + " was not waited for.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
