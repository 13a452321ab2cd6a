package se.justera.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.trustedlist.TrustedListUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import se.justera.trust.TrustedListMaker.Service;

/**
 * A list of lists as the European Commission publishes it: the Official Journal names who signed the first pivot, each
 * pivot who signs the next, the last who signs the list itself; on a server of the test.
 */
class ListOfListsTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final X509Certificate AUTHORITY = authority("Provsamverkan");
    private static final X509Certificate OTHER_AUTHORITY = authority("Annan samverkan");
    private static final DataSize LARGEST = DataSize.ofKilobytes(200);

    private static final TrustedListMaker OF_THE_JOURNAL = new TrustedListMaker("Commission of Trials 1", "EU");
    private static final TrustedListMaker SECOND = new TrustedListMaker("Commission of Trials 2", "EU");
    private static final TrustedListMaker TODAYS = new TrustedListMaker("Commission of Trials 3", "EU");
    private static final TrustedListMaker IMPOSTOR = new TrustedListMaker("Commission of Trials 2", "EU");
    private static final TrustedListMaker SWEDEN = new TrustedListMaker("Provsamverkan", "SE");

    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final CountDownLatch testOver = new CountDownLatch(1);
    private final Instant issued = CLOCK.instant().minusSeconds(60);
    private final Instant nextMonth = CLOCK.instant().plus(Duration.ofDays(30));

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        served.put("/se.xml", list(SWEDEN, nextMonth, AUTHORITY));
        served.put("/pivot-1.xml", pivot(OF_THE_JOURNAL, SECOND, List.of(journal())));
        served.put("/pivot-2.xml", pivot(SECOND, TODAYS, List.of(url("/pivot-1.xml"), journal())));
        serveTodays(Map.of(url("/se.xml"), SWEDEN));
    }

    @AfterEach
    void stop() {
        testOver.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] list = served.get(path);
        exchange.sendResponseHeaders(list == null ? 503 : 200, list == null ? -1 : 0);
        if (list != null) {
            exchange.getResponseBody().write(list);
        }
        if (path.contains("slow")) {
            exchange.getResponseBody().flush();
            waitForTheEndOfTheTest();
        }
        exchange.close();
    }

    private void waitForTheEndOfTheTest() {
        try {
            testOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] served(String path) {
        return Objects.requireNonNull(served.get(path));
    }

    private void serveTodays(Map<String, TrustedListMaker> lists) {
        List<String> information = List.of(url("/pivot-2.xml"), url("/pivot-1.xml"), journal());
        served.put("/lotl.xml", TODAYS.listOfLists(issued, nextMonth, information, TODAYS, url("/lotl.xml"), lists));
    }

    private byte[] pivot(TrustedListMaker signer, TrustedListMaker next, List<String> information) {
        return signer.listOfLists(
                issued, nextMonth, information, next, url("/lotl.xml"), Map.of(url("/se.xml"), SWEDEN));
    }

    private byte[] list(TrustedListMaker signer, Instant nextUpdate, X509Certificate certificate) {
        return signer.list("Provsamverkan", issued, nextUpdate, List.of(Service.national(certificate)));
    }

    @Test
    void pivotsLeadFromTheSignersInTheJournalToTodays() {
        TrustedLists lists = fetched();
        assertThat(lists.missing()).isEmpty();
        assertThat(lists.states()).extracting(ListState::label).containsExactly("EU", "SE");
        assertThat(lists.states()).extracting(ListState::remark).containsOnlyNulls();
        assertThat(trusts(lists, AUTHORITY)).isTrue();
    }

    @Test
    void listsOfListsAndPivotsFollowTheSchemaOfVersion6() throws Exception {
        for (String path : List.of("/lotl.xml", "/pivot-1.xml", "/se.xml")) {
            TrustedListUtils.getInstance()
                    .getSchema()
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(served(path))));
        }
    }

    @Test
    void aPivotThatIsMissingLeadsNowhere() {
        served.remove("/pivot-1.xml");
        assertNothingIsTrusted(fetched());
    }

    @Test
    void aPivotSignedBySomebodyWhomTheOneBeforeDoesNotNameLeadsNowhere() {
        served.put("/pivot-2.xml", pivot(IMPOSTOR, TODAYS, List.of(url("/pivot-1.xml"), journal())));
        assertNothingIsTrusted(fetched());
    }

    @Test
    void aPivotAlteredAfterItWasSignedLeadsNowhere() {
        served.put("/pivot-2.xml", altered(served("/pivot-2.xml")));
        assertNothingIsTrusted(fetched());
    }

    @Test
    void aListOfListsThatTheLastPivotDoesNotNameIsNotTrusted() {
        served.put("/pivot-2.xml", pivot(SECOND, SECOND, List.of(url("/pivot-1.xml"), journal())));
        assertNothingIsTrusted(fetched());
    }

    @Test
    void eachListThatCannotBeUsedIsShownWithItsReasonAndTheOthersServe() {
        Map<String, TrustedListMaker> countries = new LinkedHashMap<>();
        for (String country : List.of("FI", "DK", "NO", "DE", "FR", "SE")) {
            String path = "/" + country.toLowerCase(Locale.ROOT) + (country.equals("FR") ? "-slow.xml" : ".xml");
            TrustedListMaker operator = country.equals("SE") ? SWEDEN : new TrustedListMaker("Provland", country);
            countries.put(url(path), operator);
            served.put(path, list(operator, nextMonth, country.equals("SE") ? AUTHORITY : OTHER_AUTHORITY));
        }
        served.put("/fi.xml", list(Objects.requireNonNull(countries.get(url("/fi.xml"))), issued, OTHER_AUTHORITY));
        served.put("/dk.xml", altered(served("/dk.xml")));
        served.remove("/no.xml");
        served.put("/de.xml", tooLarge(served("/de.xml")));
        serveTodays(countries);

        TrustedLists lists = fetched();

        Map<String, String> reasons = new LinkedHashMap<>();
        lists.states().stream()
                .filter(state -> !state.usable())
                .forEach(state -> reasons.put(URI.create(state.name()).getPath(), String.valueOf(state.error())));
        assertThat(reasons.keySet())
                .containsExactlyInAnyOrder("/fi.xml", "/dk.xml", "/no.xml", "/de.xml", "/fr-slow.xml");
        assertThat(reasons.get("/fi.xml")).isEqualTo("it is out of date");
        assertThat(reasons.get("/dk.xml")).isEqualTo("its signature is not valid");
        assertThat(reasons.get("/no.xml")).contains("HTTP status 503");
        assertThat(reasons.get("/de.xml")).contains("more than " + LARGEST.toBytes() + " bytes");
        assertThat(reasons.get("/fr-slow.xml")).contains("not there within");
        assertThat(trusts(lists, AUTHORITY)).isTrue();
        assertThat(trusts(lists, OTHER_AUTHORITY)).isFalse();
    }

    @Test
    void theJournalNamedBySettingsThatTheListNoLongerNamesIsRemarked() {
        List<String> information = List.of("https://journal.example/2027/later");
        served.put(
                "/lotl.xml",
                OF_THE_JOURNAL.listOfLists(
                        issued, nextMonth, information, TODAYS, url("/lotl.xml"), Map.of(url("/se.xml"), SWEDEN)));
        ListState european = fetched().states().get(0);
        assertThat(european.usable()).isTrue();
        assertThat(european.remark()).contains("2027/later", "justera.trust.lists.lotl-signers");
    }

    @Test
    void aRefreshThatFailsLeavesTheListsInUseAndSaysSo() {
        TrustedLists lists = fetched();
        served.clear();
        lists.lotl().orElseThrow().fetch();
        assertThat(trusts(lists, AUTHORITY)).isTrue();
        assertThat(lists.missing()).isEmpty();
        assertThat(lists.states())
                .allSatisfy(state -> assertThat(state.remark()).contains("failed", "503"));
    }

    @Test
    void afterARestartWithoutANetworkTheCacheServesWithItsTrueAge() throws IOException {
        fetched();
        served.clear();
        Instant lastWeek = CLOCK.instant().minus(Duration.ofDays(7));
        try (Stream<Path> copies = Files.list(folder.resolve("cache"))) {
            for (Path copy : copies.toList()) {
                Files.setLastModifiedTime(copy, FileTime.from(lastWeek));
            }
        }
        TrustedLists restarted = lists();
        assertThat(restarted.missing())
                .as("before the background has read anything")
                .isNotEmpty();
        restarted.start();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> restarted.missing().isEmpty());
            assertThat(trusts(restarted, AUTHORITY)).isTrue();
            assertThat(restarted.states())
                    .allSatisfy(state -> assertThat(state.loaded()).isCloseTo(lastWeek, within(1, ChronoUnit.MINUTES)));
        } finally {
            restarted.stop();
        }
    }

    private static void assertNothingIsTrusted(TrustedLists lists) {
        assertThat(lists.missing()).contains("EU");
        assertThat(lists.sources())
                .allSatisfy(source -> assertThat(source.getCertificates()).isEmpty());
    }

    private static boolean trusts(TrustedLists lists, X509Certificate certificate) {
        return lists.sources().stream()
                .anyMatch((CertificateSource source) -> source.isTrusted(new CertificateToken(certificate)));
    }

    private static byte[] altered(byte[] list) {
        String text = new String(list, StandardCharsets.UTF_8);
        return text.replace("Orten", "Byn").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tooLarge(byte[] list) {
        byte[] larger = new byte[Math.toIntExact(LARGEST.toBytes()) + 1];
        Arrays.fill(larger, (byte) ' ');
        System.arraycopy(list, 0, larger, 0, list.length);
        return larger;
    }

    private TrustedLists fetched() {
        TrustedLists lists = lists();
        lists.lotl().orElseThrow().fetch();
        return lists;
    }

    private TrustedLists lists() {
        return new TrustedLists(
                new TrustedListSettings(
                        List.of(),
                        URI.create(url("/lotl.xml")),
                        List.of(pem(OF_THE_JOURNAL.certificate())),
                        journal(),
                        Duration.ofHours(1),
                        Duration.ofSeconds(2),
                        LARGEST,
                        folder.resolve("cache")),
                CLOCK);
    }

    private String pem(X509Certificate certificate) {
        try {
            String text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
            return Files.writeString(
                            folder.resolve("signer.pem"),
                            "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static String journal() {
        return "https://journal.example/2026/1944";
    }

    private static X509Certificate authority(String name) {
        return new SamplePki(name, "", new SecureRandom()).rootCertificate();
    }
}
