package se.justera.identification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID provider after OpenID Connect Core 1.0, Discovery 1.0 and RFC 7636, over real HTTP and with really signed
 * tokens. It keeps the rules that a provider keeps; what it says of the person, and how it lies, can be set.
 */
final class LocalProvider implements AutoCloseable {

    static final String CLIENT = "justera";
    static final String SECRET = "a secret that two of us know: åäö";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ECKey key = freshKey();
    private final Map<String, Grant> codes = new HashMap<>();
    private final Map<String, Object> person = new LinkedHashMap<>();
    private final Map<String, Object> userInfo = new LinkedHashMap<>();
    private final Map<String, Failure> failures = new HashMap<>();
    private Tampering tampering = new Tampering();

    /** What a code was given for. */
    private record Grant(String redirectUri, String challenge, String nonce) {}

    /** How an endpoint misbehaves. */
    enum Failure {
        SILENT,
        BROKEN,
        GARBAGE
    }

    /** How the ID token differs from what it should be. */
    static final class Tampering {

        private final Map<String, Object> claims = new HashMap<>();
        private boolean anotherKey;
        private @Nullable String rawToken;

        Tampering claim(String name, @Nullable Object value) {
            claims.put(name, value);
            return this;
        }

        Tampering signedWithAnotherKey() {
            anotherKey = true;
            return this;
        }

        /** A whole token instead; {@code %s} is the true one's payload part. */
        Tampering token(String whole) {
            rawToken = whole;
            return this;
        }
    }

    LocalProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", x -> answer(x, "discovery", this::discovery));
        server.createContext("/jwks", x -> answer(x, "jwks", () -> new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", x -> answer(x, "token", () -> token(x)));
        server.createContext("/userinfo", x -> answer(x, "userinfo", () -> JSON.writeValueAsString(userInfo)));
        server.start();
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What the ID token says besides what it has to. */
    LocalProvider says(String claim, Object value) {
        person.put(claim, value);
        return this;
    }

    LocalProvider userInfoSays(String claim, Object value) {
        userInfo.put(claim, value);
        return this;
    }

    LocalProvider lies(Tampering how) {
        tampering = how;
        return this;
    }

    LocalProvider fails(String endpoint, Failure how) {
        failures.put(endpoint, how);
        return this;
    }

    /** The person signs in; the parameters with which the browser is sent back. */
    Map<String, String> signIn(URI authorization) {
        Map<String, String> asked = parameters(authorization.getRawQuery());
        require(asked(asked, "client_id").equals(CLIENT), "client_id");
        require(asked(asked, "response_type").equals("code"), "response_type");
        require(asked(asked, "code_challenge_method").equals("S256"), "code_challenge_method");
        require(List.of(asked(asked, "scope").split(" ", -1)).contains("openid"), "scope");
        require(asked(asked, "state").length() >= 40 && asked(asked, "nonce").length() >= 40, "state and nonce");
        String code = UUID.randomUUID().toString();
        codes.put(code, new Grant(asked(asked, "redirect_uri"), asked(asked, "code_challenge"), asked(asked, "nonce")));
        return new HashMap<>(Map.of("code", code, "state", asked(asked, "state"), "iss", issuer().toString()));
    }

    private static String asked(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private String discovery() {
        return JSON.writeValueAsString(Map.of(
                "issuer",
                issuer().toString(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/jwks",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("ES256"),
                "authorization_response_iss_parameter_supported",
                true));
    }

    private String token(HttpExchange exchange) throws IOException, JOSEException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Grant grant = codes.remove(asked.getOrDefault("code", ""));
        boolean granted = isClient(exchange.getRequestHeaders().getFirst("Authorization"))
                && "authorization_code".equals(asked.get("grant_type"))
                && grant != null
                && grant.redirectUri().equals(asked.get("redirect_uri"))
                && grant.challenge().equals(sha256(asked.getOrDefault("code_verifier", "")));
        if (!granted || grant == null) {
            throw new NotGranted();
        }
        return JSON.writeValueAsString(Map.of(
                "access_token",
                UUID.randomUUID().toString(),
                "token_type",
                "Bearer",
                "expires_in",
                60,
                "id_token",
                idToken(grant)));
    }

    private String idToken(Grant grant) throws JOSEException {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .subject("subject-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("auth_time", now.getEpochSecond())
                .claim("nonce", grant.nonce());
        person.forEach(claims::claim);
        tampering.claims.forEach(claims::claim);
        ECKey signing = tampering.anotherKey ? freshKey() : key;
        JWSSigner signer = new ECDSASigner(signing);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(signer);
        return tampering.rawToken == null
                ? token.serialize()
                : tampering.rawToken.formatted(token.serialize().split("\\.", -1)[1]);
    }

    private static boolean isClient(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        String pair = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return decoded(pair.substring(0, colon)).equals(CLIENT)
                && decoded(pair.substring(colon + 1)).equals(SECRET);
    }

    private interface Body {
        String text() throws IOException, JOSEException;
    }

    private void answer(HttpExchange exchange, String endpoint, Body body) throws IOException {
        try (exchange) {
            Failure failure = failures.get(endpoint);
            if (failure == Failure.SILENT) {
                closing.await(30, TimeUnit.SECONDS);
            } else if (failure == Failure.BROKEN) {
                send(exchange, 500, "{}");
            } else if (failure == Failure.GARBAGE) {
                send(exchange, 200, "<html>Welcome to our hotel's network</html>");
            } else {
                granted(exchange, body);
            }
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void granted(HttpExchange exchange, Body body) throws IOException, JOSEException {
        String text;
        try {
            text = body.text();
        } catch (NotGranted e) {
            send(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        send(exchange, 200, text);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static final class NotGranted extends RuntimeException {}

    private static ECKey freshKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new AssertionError("the request's " + what + " is not as the standard says");
        }
    }
}
