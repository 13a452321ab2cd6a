package se.justera.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.trustedlist.TrustedListUtils;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.stream.StreamSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import se.justera.trust.TrustedListMaker.Service;

/** Trusted lists from files, and from a list of lists on a server of the test. */
class TrustedListsTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final X509Certificate AUTHORITY =
            new SamplePki("Provsamverkan", "", new SecureRandom()).rootCertificate();

    private final TrustedListMaker commission = new TrustedListMaker("Commission of Trials", "EU");
    private final TrustedListMaker member = new TrustedListMaker("Provsamverkan", "SE");
    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final Instant now = CLOCK.instant();

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            byte[] list = served.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(list == null ? 503 : 200, list == null ? -1 : list.length);
            if (list != null) {
                exchange.getResponseBody().write(list);
            }
            exchange.close();
        });
        server.start();
        serve(member, now.plus(Duration.ofDays(30)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(TrustedListMaker signer, Instant nextUpdate) {
        served.put(
                "/se.xml",
                signer.list("Provsamverkan", now.minusSeconds(60), nextUpdate, List.of(Service.national(AUTHORITY))));
        served.put(
                "/lotl.xml",
                commission.listOfLists(
                        now.minusSeconds(60), now.plus(Duration.ofDays(30)), url("/lotl.xml"), member, url("/se.xml")));
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Test
    void theSampleListInAFileIsSoundAndUsable() {
        TrustedLists lists = new TrustedLists(settings(List.of("certs-sample/trusted-list.xml"), null), CLOCK);
        assertThat(lists.missing()).isEmpty();
        ListState state = lists.states().get(0);
        assertThat(state.territory()).isEqualTo("SE");
        assertThat(state.services()).isEqualTo(2);
        assertThat(state.outOfDate(now)).isFalse();
        assertThat(lists.sources().get(0).getCertificates()).hasSize(2);
    }

    @Test
    void theSampleListFollowsTheSchemaOfVersion6() throws Exception {
        Path sample = Path.of("certs-sample/trusted-list.xml");
        TrustedList list = TrustedList.read(Files.readAllBytes(sample));
        assertThat(list.info().getParsingCacheInfo().getVersion()).isEqualTo(6);
        TrustedListUtils.getInstance().getSchema().newValidator().validate(new StreamSource(sample.toFile()));
    }

    @Test
    void whatAListOfListsNamesIsTrustedOnceItIsRead() {
        TrustedLists lists = new TrustedLists(settings(List.of(), "/lotl.xml"), CLOCK);
        assertThat(lists.missing()).as("before anything was read").containsExactly(url("/lotl.xml"));
        fetch(lists);
        assertThat(lists.missing()).isEmpty();
        assertThat(lists.states()).extracting(ListState::label).containsExactly("EU", "SE");
        assertThat(lists.sources().get(0).isTrusted(new CertificateToken(AUTHORITY)))
                .isTrue();
        assertThat(lists.states().get(1).loaded()).isNotNull();
    }

    @Test
    void theListsFetchedLastServeWithoutANetwork() {
        fetch(new TrustedLists(settings(List.of(), "/lotl.xml"), CLOCK));
        served.clear();
        TrustedLists later = new TrustedLists(settings(List.of(), "/lotl.xml"), CLOCK);
        later.lotl().orElseThrow().readCache();
        assertThat(later.missing()).isEmpty();
        assertThat(later.sources().get(0).getCertificates()).isNotEmpty();
    }

    @Test
    void aListThatCannotBeHadIsMissedAloud() {
        served.remove("/se.xml");
        TrustedLists lists = new TrustedLists(settings(List.of(), "/lotl.xml"), CLOCK);
        fetch(lists);
        assertThat(lists.missing()).containsExactly(url("/se.xml"));
        assertThat(lists.states().get(1).error()).contains("503");
        assertThat(lists.sources().get(0).getCertificates()).isEmpty();
    }

    @Test
    void aListSignedBySomebodyElseVouchesForNothing() {
        serve(new TrustedListMaker("Provsamverkan", "SE"), now.plus(Duration.ofDays(30)));
        TrustedLists lists = new TrustedLists(settings(List.of(), "/lotl.xml"), CLOCK);
        fetch(lists);
        assertThat(lists.missing()).containsExactly("SE");
        assertThat(lists.sources().get(0).getCertificates()).isEmpty();
    }

    @Test
    void aListOfListsSignedBySomebodyElseVouchesForNothing() {
        TrustedListMaker impostor = new TrustedListMaker("Commission of Trials", "EU");
        served.put(
                "/lotl.xml",
                impostor.listOfLists(
                        now.minusSeconds(60), now.plus(Duration.ofDays(30)), url("/lotl.xml"), member, url("/se.xml")));
        TrustedLists lists = new TrustedLists(settings(List.of(), "/lotl.xml"), CLOCK);
        fetch(lists);
        assertThat(lists.missing()).contains("EU");
        assertThat(lists.sources().get(0).getCertificates()).isEmpty();
    }

    @Test
    void aListThatIsOutOfDateVouchesForNothing() {
        serve(member, now.minusSeconds(1));
        TrustedLists lists = new TrustedLists(settings(List.of(), "/lotl.xml"), CLOCK);
        fetch(lists);
        assertThat(lists.missing()).containsExactly("SE");
        assertThat(lists.states().get(1).error()).isEqualTo("it is out of date");
        assertThat(lists.sources().get(0).getCertificates()).isEmpty();
    }

    @Test
    void aListOfListsNeedsSomebodyWhoSignsIt() {
        assertThatThrownBy(() -> new TrustedListSettings(
                        List.of(),
                        URI.create(url("/lotl.xml")),
                        List.of(),
                        "https://justera.example/",
                        Duration.ofHours(1),
                        Duration.ofSeconds(1),
                        DataSize.ofMegabytes(1),
                        folder))
                .hasMessageContaining("justera.trust.lists.lotl-signers");
    }

    private static void fetch(TrustedLists lists) {
        lists.lotl().orElseThrow().fetch();
    }

    private TrustedListSettings settings(List<String> files, @Nullable String lotl) {
        return new TrustedListSettings(
                files,
                lotl == null ? null : URI.create(url(lotl)),
                lotl == null ? List.of() : List.of(signer()),
                "https://justera.example/journal",
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                DataSize.ofKilobytes(200),
                folder.resolve("cache"));
    }

    private String signer() {
        try {
            Path file = folder.resolve("signer.pem");
            Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(commission.certificate().getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            return file.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
