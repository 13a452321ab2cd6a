package se.justera.validation.online;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls what may be called and nothing else. A host's name is resolved once, all its addresses are looked at, and only those
 * are connected to; no redirect is followed, no proxy used, nothing unpacked, nothing kept.
 */
final class GuardedHttp {

    private static final int AT_A_TIME = 16;
    private static final int LONGEST_HEADER = 8192;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpClient client;
    private final ExecutorService callers = callers();

    GuardedHttp(CallRule rule, Duration timeout) {
        this.client = HttpClientBuilder.create()
                .setConnectionManager(connections(new GuardedResolver(rule), Timeout.of(timeout)))
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Justera")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static HttpClientConnectionManager connections(DnsResolver resolver, Timeout timeout) {
        Http1Config headers = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(headers)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setMaxConnTotal(AT_A_TIME)
                .setMaxConnPerRoute(AT_A_TIME)
                .build();
    }

    /** Nobody can interrupt the resolving of a name: who waits for it does so on a thread that can be left behind. */
    private static ExecutorService callers() {
        return new ThreadPoolExecutor(0, AT_A_TIME, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), call -> {
            Thread thread = new Thread(call, "validation-online");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The body of the answer, if there is one in time that is not too large. */
    byte[] fetch(HttpUriRequestBase request, long largest, Duration patience) throws IOException {
        Future<byte[]> answer = begun(request, largest);
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NotCalled("it takes too long");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCalled("the validation has ended");
        } finally {
            request.cancel();
            answer.cancel(true);
        }
    }

    private Future<byte[]> begun(HttpUriRequestBase request, long largest) throws NotCalled {
        try {
            return callers.submit(() -> client.execute(request, response -> body(request, response, largest)));
        } catch (RejectedExecutionException e) {
            throw new NotCalled("too many others are being called");
        }
    }

    private static byte[] body(HttpUriRequestBase request, ClassicHttpResponse response, long largest)
            throws IOException {
        try {
            return body(response, largest);
        } catch (NotCalled e) {
            // the client would read the rest first, to leave in good order
            request.cancel();
            throw e;
        }
    }

    private static byte[] body(ClassicHttpResponse response, long largest) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != HttpStatus.SC_OK || entity == null) {
            throw new NotCalled("it answers with status " + response.getCode());
        }
        byte[] body = entity.getContent().readNBytes(Math.toIntExact(largest) + 1);
        if (body.length > largest) {
            throw new NotCalled("it answers with more than %d bytes".formatted(largest));
        }
        return body;
    }

    /** Every name and every literal address goes through here on its way to a connection. */
    private record GuardedResolver(CallRule rule) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return rule.allowed(SystemDefaultDnsResolver.INSTANCE.resolve(host));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
