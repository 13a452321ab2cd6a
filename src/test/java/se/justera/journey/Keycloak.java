package se.justera.journey;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Keycloak with one realm, as a process of its own. */
final class Keycloak implements AutoCloseable {

    static final String CLIENT = "justera";
    static final String SECRET = "a-secret-of-the-test";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Path log;
    private final Process process;

    private Keycloak(Path home, URI redirect, Path folder) throws IOException {
        port = Service.freePort();
        log = folder.resolve("keycloak.log");
        writeRealm(home, redirect);
        ProcessBuilder command = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx450m");
        process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Skips the test where it has not been fetched, except in CI. Does not wait until it is up. */
    static Keycloak start(URI redirect, Path folder) throws IOException {
        Optional<Path> home = unpacked();
        if (home.isEmpty() && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("Keycloak is not in target/keycloak; CI=true mvn verify fetches it");
        }
        return new Keycloak(home.orElseThrow(), redirect, folder);
    }

    URI issuer() {
        return URI.create("http://localhost:" + port + "/realms/justera");
    }

    void await() {
        Waiting.until("Keycloak answers", Duration.ofMinutes(4), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended:\n" + Files.readString(log));
            }
            return isUp();
        });
    }

    /** The shell's Java child as well. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Optional<Path> unpacked() throws IOException {
        Path folder = Path.of(System.getProperty("justera.keycloak", "target/keycloak"));
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> Files.exists(path.resolve("bin/kc.sh")))
                    .findFirst();
        }
    }

    private static void writeRealm(Path home, URI redirect) throws IOException {
        try (InputStream realm = Keycloak.class.getResourceAsStream("/identity/realm.json")) {
            String text = new String(Objects.requireNonNull(realm).readAllBytes(), StandardCharsets.UTF_8);
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(imports.resolve("justera-realm.json"), text.replace("REDIRECT", redirect.toString()));
        }
    }

    private boolean isUp() {
        try {
            var discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(discovery, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
