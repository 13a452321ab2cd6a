package se.justera.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.document.Drafts;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;

/** Time-stamps over HTTP, from authorities that answer and such that do not. */
class ExternalTimeStampTests {

    private static final byte[] DIGEST = DSSUtils.digest(DigestAlgorithm.SHA256, new byte[] {1, 2, 3});

    private final AtomicInteger given = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        EmbeddedTsa authority = new EmbeddedTsa(
                TestTrust.sample(Clock.systemUTC()).configured().tsa().orElseThrow(),
                Clock.systemUTC(),
                new SecureRandom());
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/willing", exchange -> {
            byte[] response = authority.answer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
            given.incrementAndGet();
        });
        server.createContext("/refusing", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theSecondAuthorityHelpsWhereTheFirstRefuses() throws Exception {
        TimestampBinary stamp =
                timeStamps("/refusing", "/willing").getTimeStampResponse(DigestAlgorithm.SHA256, DIGEST);
        TimeStampToken token = new TimeStampToken(new CMSSignedData(stamp.getBytes()));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(DIGEST);
    }

    @Test
    void everyAnswerIsToldWhereAllRefuse() {
        TSPSource timeStamps = timeStamps("/refusing", "/nowhere");
        assertThatThrownBy(() -> timeStamps.getTimeStampResponse(DigestAlgorithm.SHA256, DIGEST))
                .isInstanceOf(TimeStampRefused.class)
                .hasMessageContaining("/refusing: ")
                .hasMessageContaining("503")
                .hasMessageContaining("/nowhere: ")
                .hasMessageContaining("404");
    }

    @Test
    void aDocumentIsSealedSignedAndPreservedWithThem() {
        Clock clock = Clock.systemUTC();
        Signing signing = TestSigning.with(trust("/refusing", "/willing"), clock);
        DocumentOrder order = Drafts.order(Drafts.read("notes"));
        byte[] sealed = signing.seal(new ArchiveTypesetter(clock).sealablePdf(order), "Förbundet Exempel");
        byte[] signed =
                signing.sign(sealed, TestSigning.order("sig_1", "Åsa Öhrn", clock.instant(), "Vid protokollet"));
        assertThat(signing.preserve(signed)).startsWith(signed).hasSizeGreaterThan(signed.length);
        assertThat(given).hasValue(3);
    }

    private TSPSource timeStamps(String... paths) {
        return trust(paths).timeStamps();
    }

    private TestTrust trust(String... paths) {
        List<URI> urls = Arrays.stream(paths)
                .map(path ->
                        URI.create("http://localhost:" + server.getAddress().getPort() + path))
                .toList();
        return TestTrust.withTimeStampsFrom(urls, Clock.systemUTC());
    }
}
