package se.justera.journey;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The jar as a process of its own, which can be killed and started again with the same settings. */
public final class Service implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Path log;
    private final List<String> command = new ArrayList<>();
    private @Nullable Process process;

    public Service(Map<String, String> settings, Path folder) throws IOException {
        this(settings, folder, freePort());
    }

    public Service(Map<String, String> settings, Path folder, int port) {
        this.port = port;
        log = folder.resolve("service.log");
        command.addAll(List.of(java(), "-Xmx700m", "-XX:TieredStopAtLevel=1", "-jar", jar().toString(), "serve"));
        command.add("--server.port=" + port);
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    }

    /** Starts the process and waits until it answers. */
    public Service start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Waiting.until("the service answers", Duration.ofMinutes(4), () -> {
            if (!process().isAlive()) {
                throw new IllegalStateException("the service ended:\n" + Files.readString(log));
            }
            return isUp();
        });
        return this;
    }

    /** As a power cut: nothing is finished. */
    public void kill() throws IOException {
        Process running = process();
        running.destroyForcibly();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                throw new IOException("the process does not die");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            kill();
        }
    }

    public static Path jar() {
        return Path.of(System.getProperty("justera.jar", "target/justera.jar"));
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Below those that the system gives to whoever asks for any: what starts slowly is to find it free still. */
    public static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // another's; the next
            }
        }
        throw new IOException("no port between 20000 and 32000 is free");
    }

    private boolean isUp() {
        try {
            var health = HttpRequest.newBuilder(address("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(health, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
