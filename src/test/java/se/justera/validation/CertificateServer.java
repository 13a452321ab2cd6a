package se.justera.validation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A server on every address of this machine that remembers what it was asked for. */
final class CertificateServer implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, UnaryOperator<byte[]>> answers = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    CertificateServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String at(String path) {
        return "http://localhost:" + port() + path;
    }

    /** Answers to a path; all others do not exist. */
    String answering(String path, UnaryOperator<byte[]> answer) {
        answers.put(path, answer);
        return at(path);
    }

    /** The paths, in their order. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "/slow" -> end.await();
                case "/dripping" -> drip(exchange);
                case "/endless" -> endless(exchange);
                case "/headers" -> {
                    IntStream.range(0, 1000)
                            .forEach(n -> exchange.getResponseHeaders().add("X-" + n, "x"));
                    exchange.sendResponseHeaders(200, -1);
                }
                case "/moved" -> {
                    exchange.getResponseHeaders().add("Location", at("/list"));
                    exchange.sendResponseHeaders(302, -1);
                }
                default -> plain(exchange, answers.get(path), question);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void plain(HttpExchange exchange, @Nullable UnaryOperator<byte[]> answer, byte[] question)
            throws IOException {
        byte[] body = answer == null ? new byte[0] : answer.apply(question);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte[] much = new byte[8192]; ; ) {
                out.write(much); // until the other end hangs up
            }
        }
    }

    /** Some bytes now and then, so that no read ever waits for long. */
    private void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        while (!end.await(20, TimeUnit.MILLISECONDS)) {
            out.write(0x30);
            out.flush();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
