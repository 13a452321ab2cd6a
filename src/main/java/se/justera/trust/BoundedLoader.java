package se.justera.trust;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** What DSS fetches, with a limit on size and on the time until the last byte: neither end is ours. */
final class BoundedLoader implements DataLoader {

    private static final long serialVersionUID = 1L;

    private static final int OK = 200;

    private final transient HttpClient http;
    private final Duration timeout;
    private final int largest;
    private @Nullable String contentType;

    BoundedLoader(Duration timeout, DataSize largest) {
        this.timeout = timeout;
        this.largest = Math.toIntExact(largest.toBytes());
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Override
    public byte[] get(String url) {
        return fetched(url, request(url).GET().build());
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("there is no address");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return fetched(
                url,
                request(url)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build());
    }

    @Override
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    private HttpRequest.Builder request(String url) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(timeout);
            return contentType == null ? request : request.header("Content-Type", contentType);
        } catch (IllegalArgumentException e) {
            throw new DSSExternalResourceException("'%s' is no address of the web".formatted(url), e);
        }
    }

    private byte[] fetched(String url, HttpRequest request) {
        CompletableFuture<byte[]> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(this::body);
        try {
            // HttpRequest's own time-out ends with the headers
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed(url, "it was not there within %d ms".formatted(timeout.toMillis()), e);
        } catch (ExecutionException e) {
            throw failed(
                    url, String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(url, "fetching it was interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private byte[] body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            if (response.statusCode() != OK) {
                throw new DSSExternalResourceException("the answer was HTTP status " + response.statusCode());
            }
            byte[] body = in.readNBytes(largest + 1);
            if (body.length > largest) {
                throw new DSSExternalResourceException("it has more than %d bytes".formatted(largest));
            }
            return body;
        } catch (IOException e) {
            throw new DSSExternalResourceException("the answer broke off", e);
        }
    }

    private static DSSExternalResourceException failed(String url, String why, Exception cause) {
        return new DSSExternalResourceException("%s could not be fetched: %s".formatted(url, why), cause);
    }
}
