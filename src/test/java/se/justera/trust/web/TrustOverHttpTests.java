package se.justera.trust.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import se.justera.access.CurrentStaff;
import se.justera.access.Role;
import se.justera.audit.AuditTrail;
import se.justera.kernel.Identified;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;
import se.justera.trust.CertificateAuthority;
import se.justera.trust.CertificateSubject;
import se.justera.trust.OnlineRevocation;
import se.justera.trust.Revocation.Reason;
import se.justera.trust.Revocations;
import se.justera.trust.Tool;

/** Time-stamps, certificates, CRL and OCSP over a real port, with OpenSSL as the one who asks. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = TrustOverHttpTests.PartOfTheHouse.class,
        properties = {"spring.datasource.url=jdbc:h2:mem:trust-web", "justera.trust.certificate-profile=revocable"})
@DirtiesContext
class TrustOverHttpTests {

    private static final String OWN_POLICY = "2.25.26192956748677801975601144710295967588.2";
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final CurrentStaff ADMINISTRATOR = new CurrentStaff(TENANT, "admin", Set.of(Role.ADMIN));

    @SpringBootApplication(
            proxyBeanMethods = false,
            scanBasePackages = {"se.justera.trust", "se.justera.access", "se.justera.audit"})
    @ConfigurationPropertiesScan({"se.justera.trust", "se.justera.access"})
    static class PartOfTheHouse {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }
    }

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Autowired
    Revocations revocations;

    @Autowired
    CertificateAuthority authority;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void foundTheAssociation() {
        if (database.sql("select count(*) from association where id = ?")
                        .param(TENANT.value())
                        .query(Integer.class)
                        .single()
                == 0) {
            database.sql("insert into association (id, name) values (?, 'Förbundet')")
                    .param(TENANT.value())
                    .update();
        }
    }

    @Test
    void opensslAsksForATimeStampAndFindsItRight() throws Exception {
        Path data = Files.writeString(folder.resolve("minutes.txt"), "Protokoll");
        Path query = folder.resolve("query.tsq");
        openssl("ts", "-query", "-data", data.toString(), "-sha256", "-cert", "-out", query.toString());
        HttpResponse<byte[]> reply = post("/tsa", "application/timestamp-query", Files.readAllBytes(query));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
        Path response = Files.write(folder.resolve("reply.tsr"), reply.body());
        String verified = openssl(
                "ts",
                "-verify",
                "-queryfile",
                query.toString(),
                "-in",
                response.toString(),
                "-CAfile",
                "certs-sample/trust/root-ca.pem",
                "-untrusted",
                pem("issuing-ca").toString());
        assertThat(verified).contains("Verification: OK");
        Files.writeString(data, "Protokollet");
        Tool.Run other = Tool.run(
                "openssl",
                "ts",
                "-verify",
                "-data",
                data.toString(),
                "-in",
                response.toString(),
                "-CAfile",
                "certs-sample/trust/root-ca.pem",
                "-untrusted",
                pem("issuing-ca").toString());
        assertThat(other.exit()).isNotZero();
    }

    /** RFC 3161, 2.4.1 and 2.4.2: a token under a policy that is not ours would promise what we do not keep. */
    @Test
    void aTimeStampUnderAnotherPolicyIsRefused() throws Exception {
        Path query = folder.resolve("query.tsq");
        String digest = "ab".repeat(32);
        openssl("ts", "-query", "-digest", digest, "-sha256", "-tspolicy", "1.2.3.4", "-out", query.toString());
        assertThat(replyTo(query)).contains("Status: Rejected.", "policy");
        openssl("ts", "-query", "-digest", digest, "-sha256", "-tspolicy", OWN_POLICY, "-out", query.toString());
        assertThat(replyTo(query)).contains("Status: Granted.", "Policy OID: " + OWN_POLICY);
    }

    private String replyTo(Path query) throws Exception {
        Path reply = folder.resolve("reply.tsr");
        Files.write(
                reply,
                post("/tsa", "application/timestamp-query", Files.readAllBytes(query))
                        .body());
        return Tool.run("openssl", "ts", "-reply", "-in", reply.toString(), "-text")
                .output();
    }

    @Test
    void whatIsNoTimeStampQuestionIsRefusedInTheStandardsWay() throws Exception {
        Path reply = folder.resolve("reply.tsr");
        Files.write(
                reply,
                post("/tsa", "application/timestamp-query", new byte[] {1, 2, 3})
                        .body());
        assertThat(Tool.run("openssl", "ts", "-reply", "-in", reply.toString(), "-text")
                        .output())
                .contains("Status: Rejected.", "no time-stamp request");
        assertThat(post("/tsa", "application/timestamp-query", new byte[20_000]).statusCode())
                .isEqualTo(413);
        assertThat(post("/tsa", "text/plain", new byte[10]).statusCode()).isEqualTo(415);
    }

    @Test
    void opensslFollowsACertificateFromGoodToRevoked() throws Exception {
        X509Certificate certificate = issue();
        Path leaf = pem("leaf.pem", certificate.getEncoded());
        assertThat(ocsp(leaf)).contains("Response verify OK", "leaf.pem: good");
        String serial = certificate.getSerialNumber().toString(16);
        revocations.revoke(ADMINISTRATOR, serial.toUpperCase(Locale.ROOT), Reason.KEY_COMPROMISE);
        assertThat(ocsp(leaf)).contains("Response verify OK", "leaf.pem: revoked", "keyCompromise");
        assertThat(revocations.all()).anyMatch(revoked -> revoked.serial().equals(serial));
        assertThat(audit.of(TENANT, new MinutesId(TENANT.value())))
                .anyMatch(entry -> entry.type().equals("certificate.revoked")
                        && serial.equals(entry.details().get("serial")));
        assertThatThrownBy(() -> revocations.revoke(ADMINISTRATOR, serial, Reason.SUPERSEDED))
                .isInstanceOf(Revocations.CannotRevoke.class);
    }

    /** RFC 6960, A.1, with and without encoded slashes. */
    @Test
    void ocspAnswersAQuestionInTheAddressAsOneThatIsPosted() throws Exception {
        Path leaf = pem("leaf.pem", issue().getEncoded());
        byte[] question = questionWithSlash(leaf);
        String base64 = Base64.getEncoder().encodeToString(question);
        for (String inAddress : List.of(base64, URLEncoder.encode(base64, StandardCharsets.US_ASCII))) {
            HttpResponse<byte[]> answer = get("/ocsp/" + inAddress);
            assertThat(answer.statusCode()).as(inAddress).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/ocsp-response");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=60, public");
            Path file = Files.write(folder.resolve("answer.der"), answer.body());
            assertThat(openssl(
                            "ocsp",
                            "-no_nonce",
                            "-respin",
                            file.toString(),
                            "-issuer",
                            pem("issuing-ca").toString(),
                            "-cert",
                            leaf.toString(),
                            "-CAfile",
                            "certs-sample/trust/root-ca.pem"))
                    .contains("Response verify OK", "leaf.pem: good");
        }
    }

    @Test
    void whatIsNoQuestionInTheAddressIsCalledMalformed() throws Exception {
        for (String nonsense : List.of("AAAA", "%C3%A5", "A".repeat(300), "A".repeat(2000), "..%2F..%2Fdesk", "//")) {
            HttpResponse<byte[]> answer = get("/ocsp/" + nonsense);
            assertThat(answer.statusCode()).as(nonsense).isEqualTo(200);
            assertThat(new OCSPResp(answer.body()).getStatus()).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        }
        assertThat(get("/ocsp").statusCode()).isEqualTo(405);
        assertThat(get("/desk%2Ftrust").statusCode())
                .as("elsewhere no slash is encoded")
                .isEqualTo(400);
    }

    @Test
    void dssFetchesTheCrlAndTheOcspAnswerThatTheCertificateNames() throws Exception {
        X509Certificate certificate = issue();
        CertificateToken issuer = new CertificateToken(keyStore("issuing-ca"));
        CertificateToken token = new CertificateToken(certificate);
        OnlineRevocation online = OnlineRevocation.within(Duration.ofSeconds(10));
        assertThat(online.ocsp().getRevocationToken(token, issuer).getStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(online.crls().getRevocationToken(token, issuer).getStatus()).isEqualTo(CertificateStatus.GOOD);
        revocations.revoke(ADMINISTRATOR, certificate.getSerialNumber().toString(16), Reason.KEY_COMPROMISE);
        assertThat(online.ocsp().getRevocationToken(token, issuer).getStatus()).isEqualTo(CertificateStatus.REVOKED);
    }

    private byte[] questionWithSlash(Path leaf) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            Path file = folder.resolve("question.der");
            openssl(
                    "ocsp",
                    "-reqout",
                    file.toString(),
                    "-issuer",
                    pem("issuing-ca").toString(),
                    "-cert",
                    leaf.toString());
            byte[] question = Files.readAllBytes(file);
            if (Base64.getEncoder().encodeToString(question).contains("/")) {
                return question;
            }
        }
        throw new AssertionError("no nonce gives a slash");
    }

    @Test
    void anUnknownCertificateIsNeverCalledGoodNorRevoked() throws Exception {
        assertThat(ocspOfSerial("0x1234")).contains("0x1234: unknown");
        assertThatThrownBy(() -> revocations.revoke(ADMINISTRATOR, "12:34", Reason.UNSPECIFIED))
                .isInstanceOf(Revocations.CannotRevoke.class);
        assertThatThrownBy(() -> revocations.revoke(ADMINISTRATOR, "the seal", Reason.UNSPECIFIED))
                .isInstanceOf(Revocations.CannotRevoke.class);
        X509Certificate seal = keyStore("seal");
        assertThat(ocspOfSerial("0x" + seal.getSerialNumber().toString(16)))
                .contains(": good", "OCSP Archive Cutoff", "Jan  1 00:00:00 2025 GMT");
    }

    @Test
    void opensslReadsTheCrlThatTheCertificateNames() throws Exception {
        HttpResponse<byte[]> crl = get("/pki/issuing-ca.crl");
        assertThat(crl.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        assertThat(crl.headers().firstValue("Cache-Control").orElse("")).contains("max-age=60", "public");
        Path file = Files.write(folder.resolve("issuing-ca.crl"), crl.body());
        String text = openssl(
                "crl",
                "-inform",
                "DER",
                "-in",
                file.toString(),
                "-noout",
                "-text",
                "-CAfile",
                pem("issuing-ca").toString());
        assertThat(text).contains("verify OK", "X509v3 CRL Number", "X509v3 Authority Key Identifier");
        assertThat(new String(issue().getExtensionValue("2.5.29.31"), StandardCharsets.ISO_8859_1))
                .contains("http://localhost:" + port + "/pki/issuing-ca.crl");
    }

    @Test
    void theAuthoritiesAboveArePublishedToo() throws Exception {
        assertThat(get("/pki/issuing-ca.cer").body())
                .isEqualTo(keyStore("issuing-ca").getEncoded());
        assertThat(get("/pki/root-ca.cer").body()).isEqualTo(keyStore("root-ca").getEncoded());
        assertThat(get("/pki/root-ca.crl").body()).isEqualTo(Files.readAllBytes(Path.of("certs-sample/root-ca.crl")));
        assertThat(get("/pki/seal.cer").statusCode()).isEqualTo(404);
        assertThat(get("/pki/ca-9.cer").statusCode()).isEqualTo(404);
    }

    private X509Certificate issue() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        Identified identified = new Identified(
                "mail-code", "low", "https://justera.example", Clock.systemUTC().instant());
        List<X509Certificate> chain = authority.issue(
                generator.generateKeyPair().getPublic(),
                new CertificateSubject("Åsa Öhrn", "p-17", "Förbundet", identified));
        return chain.get(0);
    }

    private String ocsp(Path certificate) throws Exception {
        return openssl(
                "ocsp",
                "-issuer",
                pem("issuing-ca").toString(),
                "-cert",
                certificate.toString(),
                "-url",
                "http://localhost:" + port + "/ocsp",
                "-CAfile",
                "certs-sample/trust/root-ca.pem");
    }

    private String ocspOfSerial(String serial) throws Exception {
        return openssl(
                "ocsp",
                "-resp_text",
                "-issuer",
                pem("issuing-ca").toString(),
                "-serial",
                serial,
                "-url",
                "http://localhost:" + port + "/ocsp",
                "-CAfile",
                "certs-sample/trust/root-ca.pem");
    }

    private static String openssl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Tool.Run run = Tool.run(command);
        assertThat(run.exit()).as(run.output()).isZero();
        return run.output();
    }

    private Path pem(String key) throws Exception {
        return pem(key + ".pem", keyStore(key).getEncoded());
    }

    private Path pem(String name, byte[] certificate) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
    }

    private static X509Certificate keyStore(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of("certs-sample", name + ".p12"))) {
            store.load(in, "justera".toCharArray());
        }
        return (X509Certificate) store.getCertificate(name);
    }

    private HttpResponse<byte[]> post(String path, String type, byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
