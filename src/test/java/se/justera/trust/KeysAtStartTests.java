package se.justera.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import se.justera.access.PublicAddress;

/** The start of the service with good and bad keys. */
class KeysAtStartTests {

    @TempDir
    private Path folder;

    @EnableConfigurationProperties(TrustSettings.class)
    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, TrustConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(SecureRandom.class)
            .withBean(PublicAddress.class, () -> new PublicAddress("https://justera.example"))
            .withBean(CertificateRegister.class, TestTrust.MemoryRegister::new);

    @Test
    void startsWithTheSamplesAndSaysThatTheyAreOnTrial() {
        service.run(
                context -> assertThat(context.getBean(KeyRing.class).trial()).isTrue());
    }

    @Test
    void startsInProductionWithKeysOfItsOwn() throws IOException {
        new SamplePki("Förbundet", "", new SecureRandom()).writeTo(folder);
        production()
                .run(context ->
                        assertThat(context.getBean(KeyRing.class).trial()).isFalse());
    }

    @Test
    void refusesTheSamplesInProduction() {
        service.withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(KeysUnusable.class)
                        .hasMessageContaining("justera.trust.issuing-ca-store")
                        .hasMessageContaining("justera.trust.seal-store")
                        .hasMessageContaining("justera.trust.tsa-store")
                        .hasMessageContaining("justera.trust.anchors"));
    }

    @Test
    void refusesCopiedSamplesInProductionAndNamesOnlyThem() throws IOException {
        new SamplePki("Förbundet", "", new SecureRandom()).writeTo(folder);
        Files.copy(Path.of("certs-sample/seal.p12"), folder.resolve("seal.p12"), StandardCopyOption.REPLACE_EXISTING);
        production()
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("justera.trust.seal-store")
                        .message()
                        .doesNotContain("tsa-store", "issuing-ca-store", "anchors"));
    }

    @Test
    void refusesThePlaceholderAddressOfTheAuthorityInProduction() throws IOException {
        new SamplePki("Förbundet", "", new SecureRandom()).writeTo(folder);
        production()
                .withPropertyValues("justera.trust.issuing-ca-url=" + TrustSettings.SAMPLE_CA_URL)
                .run(context -> refused(context.getStartupFailure(), "justera.trust.issuing-ca-url"));
    }

    @Test
    void refusesAKeyThatLeadsToNoAnchor() throws IOException {
        new SamplePki("Förbundet", "", new SecureRandom()).writeTo(folder);
        service.withPropertyValues("justera.trust.seal-store=file:" + folder + "/seal.p12")
                .run(context -> refused(context.getStartupFailure(), "seal-store does not lead to any"));
    }

    @Test
    void refusesAPrivateKeyThatDoesNotFitItsCertificate() throws Exception {
        new SamplePki("Förbundet", "", new SecureRandom()).writeTo(folder);
        KeyStore seal = load("seal");
        PrivateKey other = (PrivateKey) load("tsa").getKey("tsa", SamplePki.PASSWORD.toCharArray());
        Certificate[] chain = seal.getCertificateChain("seal");
        seal.setKeyEntry("seal", other, SamplePki.PASSWORD.toCharArray(), chain);
        try (var out = Files.newOutputStream(folder.resolve("seal.p12"))) {
            seal.store(out, SamplePki.PASSWORD.toCharArray());
        }
        production()
                .run(context -> refused(context.getStartupFailure(), "private key that does not fit its certificate"));
    }

    @Test
    void refusesAWrongPasswordAndAMissingFile() {
        service.withPropertyValues("justera.trust.tsa-password=wrong")
                .run(context -> refused(context.getStartupFailure(), "justera.trust.tsa-password"));
        service.withPropertyValues("justera.trust.tsa-store=file:" + folder + "/none.p12")
                .run(context -> refused(context.getStartupFailure(), "none.p12"));
    }

    @Test
    void refusesAnExpiredKey() {
        Clock later = Clock.fixed(Instant.parse("2045-06-01T00:00:00Z"), ZoneOffset.UTC);
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, TrustConfiguration.class)
                .withBean(Clock.class, () -> later)
                .withBean(SecureRandom.class)
                .run(context -> refused(context.getStartupFailure(), "not now"));
    }

    @Test
    void needsNoTsaKeyWhereTimeStampsComeFromElsewhere() throws IOException {
        new SamplePki("Förbundet", "", new SecureRandom()).writeTo(folder);
        production()
                .withPropertyValues(
                        "justera.trust.tsa-store=classpath:certs-sample/tsa.p12",
                        "justera.trust.time-stamp-urls=https://tsa.example/,https://other.example/")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aBadValueStopsTheStart() {
        service.withPropertyValues("justera.trust.certificate-validity=2d")
                .run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner production() {
        String files = "file:" + folder;
        return service.withPropertyValues(
                "spring.profiles.active=production",
                "justera.trust.issuing-ca-store=" + files + "/issuing-ca.p12",
                "justera.trust.issuing-ca-url=https://forbundet.example/issuing-ca.cer",
                "justera.trust.seal-store=" + files + "/seal.p12",
                "justera.trust.tsa-store=" + files + "/tsa.p12",
                "justera.trust.crls=" + files + "/root-ca.crl," + files + "/issuing-ca.crl",
                "justera.trust.anchors=" + files + "/trust/root-ca.pem");
    }

    private KeyStore load(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, SamplePki.PASSWORD.toCharArray());
        }
        return store;
    }

    private static void refused(@Nullable Throwable failure, String sentence) {
        Throwable cause = Objects.requireNonNull(failure, "the start was not refused");
        while (!(cause instanceof KeysUnusable) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertThat(cause).isInstanceOf(KeysUnusable.class).hasMessageContaining(sentence);
    }
}
