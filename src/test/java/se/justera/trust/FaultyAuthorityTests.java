package se.justera.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.CollectionStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authorities that answer wrongly, late or not at all: each is refused with its sentence, and the next one is asked. */
class FaultyAuthorityTests {

    private static final byte[] DIGEST = DSSUtils.digest(DigestAlgorithm.SHA256, new byte[] {1, 2, 3});
    private static final Clock CLOCK = Clock.systemUTC();

    /** The others are waited for, however busy the machine is. */
    private static final Set<String> SILENT = Set.of("/slow", "/dripping");

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    private interface Answer {
        byte[] to(TimeStampRequest request) throws IOException, TSPException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(threads);
        EmbeddedTsa right = authority(CLOCK);
        answer("/right", request -> right.answer(request.getEncoded()));
        answer("/garbage", request -> "<html>Not today</html>".getBytes(StandardCharsets.UTF_8));
        answer("/empty", request -> new byte[0]);
        answer("/endless", request -> new byte[400_000]);
        answer("/wrong-nonce", request -> right.answer(asked(request, DIGEST, BigInteger.TEN)));
        answer("/without-nonce", request -> right.answer(asked(request, DIGEST, null)));
        answer("/wrong-imprint", request -> right.answer(asked(request, new byte[32], request.getNonce())));
        answer("/refusing", request -> right.answer(sha1(request)));
        EmbeddedTsa late = authority(Clock.offset(CLOCK, Duration.ofMinutes(10)));
        answer("/ten-minutes-late", request -> late.answer(request.getEncoded()));
        EmbeddedTsa early = authority(Clock.offset(CLOCK, Duration.ofMinutes(-10)));
        answer("/ten-minutes-early", request -> early.answer(request.getEncoded()));
        answer("/forged", request -> forged(right.answer(request.getEncoded())));
        answer("/another-certificate", request -> withAnotherCertificate(right.answer(request.getEncoded())));
        server.createContext("/slow", this::waitForTheEnd);
        server.createContext("/dripping", exchange -> {
            exchange.sendResponseHeaders(200, 2000);
            exchange.getResponseBody().write(0x30);
            exchange.getResponseBody().flush();
            waitForTheEnd(exchange);
        });
        server.createContext("/overloaded", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/garbage | its answer is no time-stamp response",
                "/empty | its answer is no time-stamp response",
                "/endless | its answer is far too long",
                "/wrong-nonce | another nonce than the question",
                "/without-nonce | another nonce than the question",
                "/wrong-imprint | for other data than asked for",
                "/refusing | it refused (PKIStatus 2, failInfo badAlg)",
                "/ten-minutes-late | one of the clocks is wrong",
                "/ten-minutes-early | one of the clocks is wrong",
                "/forged | signature is wrong",
                "/another-certificate | names another certificate",
                "/slow | did not answer within 300 ms",
                "/dripping | did not answer within 300 ms",
                "/overloaded | HTTP status 503",
                "/nowhere | HTTP status 404",
            })
    void isRefusedWithItsSentenceAndTheNextOneHelps(String path, String sentence) throws Exception {
        FirstWillingTsa both = asking(CLOCK, 1, path, "/right");
        TimestampBinary stamp = both.getTimeStampResponse(DigestAlgorithm.SHA256, DIGEST);
        assertThat(new TimeStampToken(new CMSSignedData(stamp.getBytes()))
                        .getTimeStampInfo()
                        .getMessageImprintDigest())
                .isEqualTo(DIGEST);
        TimeStampStandings.Standing faulty = both.all().get(0);
        assertThat(faulty.refuses()).isTrue();
        assertThat(faulty.refusal()).contains(sentence);
        assertThat(both.all().get(1).refuses()).isFalse();
        assertThat(both.all().get(1).gaveAt()).isNotNull();
        FirstWillingTsa alone = asking(CLOCK, 1, path);
        assertThatThrownBy(() -> alone.getTimeStampResponse(DigestAlgorithm.SHA256, DIGEST))
                .isInstanceOf(TimeStampRefused.class)
                .hasMessageContaining(path + ": ")
                .hasMessageContaining(sentence);
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        Clock then = Clock.fixed(Instant.parse("2045-03-01T12:00:00Z"), ZoneOffset.UTC);
        EmbeddedTsa expired = authority(then);
        answer("/expired", request -> expired.answer(request.getEncoded()));
        FirstWillingTsa tsa = asking(then, 1, "/expired");
        assertThatThrownBy(() -> tsa.getTimeStampResponse(DigestAlgorithm.SHA256, DIGEST))
                .hasMessageContaining("its certificate expired at 2044-12-31T23:59:59Z");
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAndWhoRefusesIsNot() {
        TSPSource overloaded = asking(CLOCK, 3, "/overloaded");
        assertThatThrownBy(() -> overloaded.getTimeStampResponse(DigestAlgorithm.SHA256, DIGEST))
                .hasMessageContaining("503");
        assertThat(asked).hasValue(3);
        TSPSource refusing = asking(CLOCK, 3, "/refusing");
        assertThatThrownBy(() -> refusing.getTimeStampResponse(DigestAlgorithm.SHA256, DIGEST))
                .hasMessageContaining("badAlg");
        assertThat(asked).hasValue(4);
    }

    private FirstWillingTsa asking(Clock clock, int tries, String... paths) {
        Map<String, TSPSource> authorities = new LinkedHashMap<>();
        for (String path : paths) {
            URI url = URI.create("http://localhost:" + server.getAddress().getPort() + path);
            TsaConnection connection = new TsaConnection(url, Duration.ofMillis(SILENT.contains(path) ? 300 : 20_000));
            authorities.put(
                    url.toString(), new RemoteTsa(connection, tries, Duration.ofMinutes(1), clock, new SecureRandom()));
        }
        return new FirstWillingTsa(authorities, clock);
    }

    private static EmbeddedTsa authority(Clock clock) {
        StoredKey key = TestTrust.sample(CLOCK).configured().tsa().orElseThrow();
        return new EmbeddedTsa(key, clock, new SecureRandom());
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                byte[] response =
                        answer.to(new TimeStampRequest(exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(200, response.length == 0 ? -1 : response.length);
                exchange.getResponseBody().write(response);
            } catch (TSPException e) {
                throw new IOException(e);
            }
        });
    }

    private static byte[] asked(TimeStampRequest request, byte[] digest, @Nullable BigInteger nonce)
            throws IOException {
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        ASN1ObjectIdentifier algorithm = request.getMessageImprintAlgOID();
        return nonce == null
                ? other.generate(algorithm, digest).getEncoded()
                : other.generate(algorithm, digest, nonce).getEncoded();
    }

    private static byte[] sha1(TimeStampRequest request) throws IOException {
        TimeStampRequestGenerator weak = new TimeStampRequestGenerator();
        return weak.generate(OIWObjectIdentifiers.idSHA1, new byte[20], request.getNonce())
                .getEncoded();
    }

    /** The last byte of the DER is the last of the signature value. */
    private static byte[] forged(byte[] response) {
        byte[] forged = response.clone();
        forged[forged.length - 1] ^= 1;
        return forged;
    }

    /** Of the same key, issuer and number, but another promise: the signature's value is right, what it names is not. */
    private static byte[] withAnotherCertificate(byte[] response) throws IOException, TSPException {
        StoredKey key = TestTrust.sample(CLOCK).configured().tsa().orElseThrow();
        X509Certificate real = key.certificate();
        try {
            var twin = new JcaX509v3CertificateBuilder(
                    X500Name.getInstance(real.getIssuerX500Principal().getEncoded()),
                    real.getSerialNumber(),
                    real.getNotBefore(),
                    real.getNotAfter(),
                    new X500Name("CN=Another time"),
                    real.getPublicKey());
            twin.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            CMSSignedData swapped = CMSSignedData.replaceCertificatesAndCRLs(
                    new TimeStampResponse(response).getTimeStampToken().toCMSSignedData(),
                    new CollectionStore<>(List.of(twin.build(key.contentSigner()))),
                    null,
                    null);
            return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), swapped.toASN1Structure()).getEncoded();
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }

    private void waitForTheEnd(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!end.await(1, TimeUnit.MINUTES)) {
                throw new IOException("nobody ended the test");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
