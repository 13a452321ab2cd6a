package se.justera.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The address people reach this service at, as it stands in mails and documents. */
@Component
public class PublicAddress {

    private final String configured;
    private volatile int port = 8080;

    public PublicAddress(@Value("${justera.base-url:}") String configured) {
        this.configured = configured.strip().replaceAll("/+$", "");
        requireHttp(this.configured);
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** @param path starts with a slash */
    public URI of(String path) {
        return URI.create((configured.isEmpty() ? "http://localhost:" + port : configured) + path);
    }

    /** The address without a path. */
    public String origin() {
        return of("").toString();
    }

    private static void requireHttp(@Nullable String address) {
        if (address != null && !address.isEmpty() && !address.matches("https?://[^\\s?#]+")) {
            throw new IllegalArgumentException(
                    "justera.base-url must be an http(s) address such as https://justera.example, but is: " + address);
        }
    }
}
