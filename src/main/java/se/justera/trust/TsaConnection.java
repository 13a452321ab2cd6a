package se.justera.trust;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Time-stamp requests over HTTP (RFC 3161, 3.4), with a limit on time and size. */
final class TsaConnection {

    /** A time-stamp with its certificates has some kilobytes. */
    private static final int LARGEST_ANSWER = 256 * 1024;

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI url;
    private final Duration timeout;
    private final HttpClient http;

    /** Nothing came, or that it should be tried later. */
    static final class NoAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        NoAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    TsaConnection(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @throws TimeStampRefused if the answer is none, and would not be another time */
    byte[] ask(byte[] request) throws NoAnswer {
        HttpRequest post = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        CompletableFuture<byte[]> answer =
                http.sendAsync(post, HttpResponse.BodyHandlers.ofInputStream()).thenApply(TsaConnection::body);
        try {
            // HttpRequest's own time-out ends with the headers
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw slow(e);
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TimeStampRefused("asking it was interrupted", e);
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            int status = response.statusCode();
            if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
                throw new Unavailable("it answered with HTTP status " + status);
            } else if (status != OK) {
                throw new TimeStampRefused("it answered with HTTP status " + status, null);
            }
            byte[] body = in.readNBytes(LARGEST_ANSWER + 1);
            if (body.length > LARGEST_ANSWER) {
                throw new TimeStampRefused("its answer is far too long for a time-stamp", null);
            }
            return body;
        } catch (IOException e) {
            throw new Unavailable("its answer broke off");
        }
    }

    /** Carries {@link NoAnswer} out of the asynchronous part. */
    private static final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }
    }

    private NoAnswer reason(@Nullable Throwable failure) {
        if (failure instanceof TimeStampRefused refused) {
            throw refused;
        } else if (failure instanceof Unavailable) {
            return new NoAnswer(String.valueOf(failure.getMessage()), failure);
        } else if (failure instanceof HttpTimeoutException) {
            return slow(failure);
        } else if (failure instanceof ConnectException) {
            return new NoAnswer("nobody answers there", failure);
        }
        return new NoAnswer("the connection failed (" + (failure == null ? "" : failure.getMessage()) + ")", failure);
    }

    private NoAnswer slow(Throwable cause) {
        return new NoAnswer("it did not answer within %d ms".formatted(timeout.toMillis()), cause);
    }
}
