package se.justera.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A remote signing service written from the public specification (Cloud Signature Consortium, API v2.0): field names,
 * status codes and error texts as there, authorizations bound to credential, hashes and number, real keys. What is wrong
 * with a credential, and how an endpoint misbehaves, can be set.
 */
public final class LocalCsc implements AutoCloseable {

    public static final String CLIENT = "justera";
    public static final String SECRET = "a secret of the service's";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final byte[] SHA256_DIGEST_INFO = {
        0x30,
        0x31,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x60,
        (byte) 0x86,
        0x48,
        0x01,
        0x65,
        0x03,
        0x04,
        0x02,
        0x01,
        0x05,
        0x00,
        0x04,
        0x20
    };

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, List<Credential>> users = new HashMap<>();
    private final Map<String, Credential> credentials = new HashMap<>();
    private final Map<String, Authorization> authorizations = new HashMap<>();
    private final Map<String, Authorization> underway = new HashMap<>();
    private final Map<String, Failure> failures = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private String token = "";

    /** How an endpoint misbehaves. */
    enum Failure {
        SILENT,
        BROKEN,
        GARBAGE,
        ENDLESS,
        NO_SAD,
        SAD_OF_NOBODY,
        SAD_EXPIRES_AT_ONCE,
        SAD_FOR_ANOTHER_HASH,
        SIGNS_SOMETHING_ELSE,
        TWO_SIGNATURES,
        NO_BASE64,
        NEVER_SAYS_YES,
        FORGETS_TOKENS
    }

    /** One key of somebody's, and what its owner has to give. */
    public static final class Credential {

        private final String id = "cred-" + UUID.randomUUID();
        private final ProviderPki.Issued issued;
        private final List<Map<String, Object>> objects = new ArrayList<>();
        private String keyStatus = "enabled";
        private String certificateStatus = "valid";
        private String mode = "explicit";
        private String expression = "";
        private boolean withChain = true;
        private String pin = "";
        private String otp = "";
        private int wrongPins;

        public Credential(ProviderPki.Issued issued) {
            this.issued = issued;
        }

        public Credential pin(String value) {
            pin = value;
            objects.add(Map.of("type", "Password", "id", "PIN", "format", "N", "label", "PIN-kod"));
            return this;
        }

        public Credential oneTimeCode() {
            objects.add(Map.of(
                    "type",
                    "ChallengeResponse",
                    "id",
                    "OTP",
                    "format",
                    "N",
                    "label",
                    "Kod i sms",
                    "description",
                    "Sex siffror"));
            return this;
        }

        Credential yesInTheApp() {
            objects.add(Map.of("type", "ChallengeResponseOOB", "id", "APP", "label", "App"));
            return this;
        }

        Credential eitherWillDo() {
            expression = "PIN OR OTP";
            return this;
        }

        Credential disabled() {
            keyStatus = "disabled";
            return this;
        }

        Credential certificateIs(String status) {
            certificateStatus = status;
            return this;
        }

        Credential authorizedBy(String otherMode) {
            mode = otherMode;
            return this;
        }

        Credential withoutChain() {
            withChain = false;
            return this;
        }

        /** What was sent to the owner's telephone last. */
        public String otp() {
            return otp;
        }
    }

    private static final class Authorization {
        private final Credential credential;
        private final Set<String> hashes;
        private final Instant ends;
        private int left;
        private int asked;

        Authorization(Credential credential, Set<String> hashes, int left, Instant ends) {
            this.credential = credential;
            this.hashes = hashes;
            this.left = left;
            this.ends = ends;
        }
    }

    private static final class Refusal extends RuntimeException {
        private final int status;
        private final String error;

        Refusal(int status, String error, String description) {
            super(description);
            this.status = status;
            this.error = error;
        }

        static Refusal invalid(String description) {
            return new Refusal(400, "invalid_request", description);
        }
    }

    private record Reply(int status, @Nullable Map<String, Object> body) {}

    private interface Method {
        Reply answer(JsonNode input) throws GeneralSecurityException;
    }

    public LocalCsc() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/oauth2/token", this::token);
        method("credentials/list", this::list);
        method("credentials/info", this::info);
        method("credentials/authorize", this::authorize);
        method("credentials/authorizeCheck", this::authorizeCheck);
        method("credentials/getChallenge", this::challenge);
        method("signatures/signHash", this::signHash);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Of somebody who waits so long for a call, and so long for a yes in the app. */
    CscSettings settings(Duration timeout, Duration patience) {
        URI root = address();
        return new CscSettings(
                "Provtjänsten",
                root.resolve("/csc/v2"),
                root.resolve("/oauth2/token"),
                CLIENT,
                SECRET,
                timeout,
                patience);
    }

    public Credential give(String user, Credential credential) {
        users.computeIfAbsent(user, u -> new ArrayList<>()).add(credential);
        credentials.put(credential.id, credential);
        return credential;
    }

    LocalCsc fails(String endpoint, Failure how) {
        failures.put(endpoint, how);
        return this;
    }

    /** The endpoints that were called, in order. */
    List<String> calls() {
        return calls;
    }

    /** Authorizations that are still good for a signature. */
    long authorizationsLeft() {
        return authorizations.values().stream().filter(a -> a.left > 0).count();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Reply list(JsonNode input) {
        String user = text(input, "userID");
        return ok(Map.of(
                "credentialIDs",
                users.getOrDefault(user, List.of()).stream().map(c -> c.id).toList()));
    }

    private Reply info(JsonNode input) throws GeneralSecurityException {
        Credential credential = credential(input);
        List<String> certificates = new ArrayList<>();
        for (X509Certificate certificate : credential.issued.chain()) {
            certificates.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        }
        if (!credential.withChain || !"chain".equals(input.path("certificates").asString("single"))) {
            certificates = certificates.subList(0, 1);
        }
        Map<String, Object> info = new LinkedHashMap<>();
        info.put(
                "key",
                Map.of(
                        "status", credential.keyStatus,
                        "algo", credential.issued.algorithms(),
                        "len", credential.issued.bits()));
        info.put("cert", Map.of("status", credential.certificateStatus, "certificates", certificates));
        if (input.path("authInfo").asBoolean(false)) {
            info.put(
                    "auth",
                    Map.of(
                            "mode",
                            credential.mode,
                            "expression",
                            credential.expression,
                            "objects",
                            credential.objects));
        }
        info.put("SCAL", "2");
        info.put("multisign", 1);
        return ok(info);
    }

    private Reply challenge(JsonNode input) {
        Credential credential = credential(input);
        String object = text(input, "authObjectID");
        if (credential.objects.stream().noneMatch(o -> object.equals(o.get("id")))) {
            throw Refusal.invalid("Invalid parameter authObjectID");
        }
        credential.otp = String.format(Locale.ROOT, "%06d", (int) (Math.random() * 1_000_000));
        return new Reply(204, null);
    }

    private Reply authorize(JsonNode input) {
        Credential credential = credential(input);
        if (credential.keyStatus.equals("disabled")) {
            throw Refusal.invalid("The credential identified by credentialID is disabled");
        }
        if (!input.path("numSignatures").isInt()) {
            throw Refusal.invalid("Missing (or invalid type) integer parameter numSignatures");
        }
        int number = input.path("numSignatures").asInt();
        if (number < 1) {
            throw Refusal.invalid("Invalid value for parameter numSignatures");
        }
        if (number > 1) {
            throw Refusal.invalid("Numbers of signatures is too high");
        }
        Set<String> hashes = hashes(input);
        if (!SHA256.equals(input.path("hashAlgorithmOID").asString(""))) {
            throw Refusal.invalid("Invalid parameter hashAlgorithmOID");
        }
        boolean out = answered(credential, input.path("authData"));
        Failure failure = failures.get("credentials/authorize");
        if (failure == Failure.SAD_FOR_ANOTHER_HASH) {
            hashes = Set.of(Base64.getEncoder().encodeToString(new byte[32]));
        }
        Duration life = failure == Failure.SAD_EXPIRES_AT_ONCE ? Duration.ZERO : Duration.ofMinutes(5);
        var authorization =
                new Authorization(credential, hashes, number, Instant.now().plus(life));
        return out ? later(authorization) : issued(authorization);
    }

    /** Whether something remains to be done out of band. */
    private boolean answered(Credential credential, JsonNode authData) {
        Map<String, String> given = new HashMap<>();
        authData.forEach(data ->
                given.put(data.path("id").asString(""), data.path("value").asString("")));
        boolean pinIsRight = given.getOrDefault("PIN", "").equals(credential.pin);
        boolean otpIsRight = !credential.otp.isEmpty() && credential.otp.equals(given.get("OTP"));
        if (credential.wrongPins >= 3) {
            throw Refusal.invalid("Credential locked");
        }
        if (given.containsKey("OTP")) {
            credential.otp = ""; // one try
        }
        boolean right = true;
        for (Map<String, Object> object : credential.objects) {
            boolean one = switch (String.valueOf(object.get("id"))) {
                case "PIN" -> pinIsRight;
                case "OTP" -> otpIsRight;
                default -> given.containsKey("APP");
            };
            right &= one;
        }
        if (!credential.expression.isEmpty()) {
            right = pinIsRight || otpIsRight;
        }
        if (!right) {
            credential.wrongPins += pinIsRight ? 0 : 1;
            throw new Refusal(400, "invalid_authentication_data", "The authentication data is invalid");
        }
        return given.containsKey("APP");
    }

    private Reply later(Authorization authorization) {
        String handle = UUID.randomUUID().toString();
        underway.put(handle, authorization);
        return new Reply(202, Map.of("handle", handle));
    }

    private Reply authorizeCheck(JsonNode input) {
        Authorization authorization = underway.get(text(input, "handle"));
        if (authorization == null) {
            throw Refusal.invalid("Invalid parameter handle");
        }
        underway.remove(text(input, "handle"));
        boolean yet = ++authorization.asked > 1 && failures.get("credentials/authorizeCheck") != Failure.NEVER_SAYS_YES;
        return yet ? issued(authorization) : later(authorization);
    }

    private Reply issued(Authorization authorization) {
        Failure failure = failures.get("credentials/authorize");
        if (failure == Failure.NO_SAD) {
            return ok(Map.of("expiresIn", 300));
        }
        String sad = UUID.randomUUID().toString();
        if (failure != Failure.SAD_OF_NOBODY) {
            authorizations.put(sad, authorization);
        }
        return ok(Map.of("SAD", sad, "expiresIn", 300));
    }

    private Reply signHash(JsonNode input) throws GeneralSecurityException {
        Credential credential = credential(input);
        Authorization authorization = authorizations.get(text(input, "SAD"));
        if (authorization == null || authorization.credential != credential || authorization.left < 1) {
            throw Refusal.invalid("Invalid parameter SAD");
        }
        if (!Instant.now().isBefore(authorization.ends)) {
            throw Refusal.invalid("SAD expired");
        }
        Set<String> hashes = hashes(input);
        if (!authorization.hashes.containsAll(hashes)) {
            throw Refusal.invalid("Hash is not authorized by the SAD");
        }
        String algorithm = text(input, "signAlgo");
        if (!credential.issued.algorithms().contains(algorithm)) {
            throw Refusal.invalid("Invalid parameter signAlgo");
        }
        authorization.left -= hashes.size();
        List<String> signatures = new ArrayList<>();
        for (String hash : hashes) {
            signatures.add(signed(credential, Base64.getDecoder().decode(hash)));
        }
        if (failures.get("signatures/signHash") == Failure.TWO_SIGNATURES) {
            signatures.add(signatures.get(0));
        }
        return ok(Map.of("signatures", signatures));
    }

    private String signed(Credential credential, byte[] hash) throws GeneralSecurityException {
        Failure failure = failures.get("signatures/signHash");
        if (failure == Failure.NO_BASE64) {
            return "%%%";
        }
        byte[] what = failure == Failure.SIGNS_SOMETHING_ELSE ? new byte[hash.length] : hash;
        boolean rsa = credential.issued.key().getAlgorithm().equals("RSA");
        Signature signature = Signature.getInstance(rsa ? "NONEwithRSA" : "NONEwithECDSA");
        signature.initSign(credential.issued.key());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        if (rsa) {
            data.writeBytes(SHA256_DIGEST_INFO);
        }
        data.writeBytes(what);
        signature.update(data.toByteArray());
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private Credential credential(JsonNode input) {
        Credential credential = credentials.get(text(input, "credentialID"));
        if (credential == null) {
            throw Refusal.invalid("Invalid parameter credentialID");
        }
        return credential;
    }

    private static Set<String> hashes(JsonNode input) {
        if (!input.path("hashes").isArray()) {
            throw Refusal.invalid("Missing (or invalid type) array parameter hash");
        }
        Set<String> hashes = new LinkedHashSet<>();
        for (JsonNode hash : input.path("hashes")) {
            if (Base64.getDecoder().decode(hash.asString("")).length != 32) {
                throw Refusal.invalid("Invalid digest value length");
            }
            hashes.add(hash.asString(""));
        }
        if (hashes.isEmpty()) {
            throw Refusal.invalid("Empty hash array");
        }
        return hashes;
    }

    private static String text(JsonNode input, String name) {
        if (!input.path(name).isString()) {
            throw Refusal.invalid("Missing (or invalid type) string parameter " + name);
        }
        return input.path(name).asString();
    }

    private static Reply ok(Map<String, Object> body) {
        return new Reply(200, body);
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            String client = Base64.getEncoder()
                    .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+").replace("'", "%27"))
                            .getBytes(StandardCharsets.UTF_8));
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known =
                    ("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                            && form.contains("grant_type=client_credentials");
            calls.add("oauth2/token");
            token = UUID.randomUUID().toString();
            send(
                    exchange,
                    known
                            ? ok(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600))
                            : new Reply(401, Map.of("error", "invalid_client")));
        }
    }

    private void method(String name, Method method) {
        server.createContext("/csc/v2/" + name, exchange -> {
            try (exchange) {
                calls.add(name);
                answer(exchange, name, method);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void answer(HttpExchange exchange, String name, Method method) throws IOException, InterruptedException {
        byte[] input = exchange.getRequestBody().readAllBytes();
        Failure failure = failures.get(name);
        if (failure == Failure.SILENT) {
            closing.await(30, TimeUnit.SECONDS);
        } else if (failure == Failure.BROKEN) {
            send(exchange, new Reply(503, Map.of("error", "server_error")));
        } else if (failure == Failure.GARBAGE) {
            sendRaw(exchange, "<html>Under repair</html>".getBytes(StandardCharsets.UTF_8));
        } else if (failure == Failure.ENDLESS) {
            sendRaw(exchange, ("{\"SAD\": \"" + "A".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        } else {
            send(exchange, reply(exchange, name, method, input));
        }
    }

    private Reply reply(HttpExchange exchange, String name, Method method, byte[] input) {
        if (failures.remove(name, Failure.FORGETS_TOKENS)) {
            token = "";
        }
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, Map.of("error", "invalid_token"));
        }
        try {
            synchronized (this) {
                return method.answer(JSON.readTree(input));
            }
        } catch (Refusal e) {
            return new Reply(e.status, Map.of("error", e.error, "error_description", String.valueOf(e.getMessage())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        byte[] bytes = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendRaw(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
