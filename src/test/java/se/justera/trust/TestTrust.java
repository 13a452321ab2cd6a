package se.justera.trust;

import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.mock.env.MockEnvironment;

/** What {@code signing} needs of {@code trust}, without a Spring context. */
public final class TestTrust {

    private final TrustSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TrustConfiguration configuration = new TrustConfiguration();

    private TestTrust(TrustSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** With the published samples. */
    public static TestTrust sample(Clock clock) {
        return new TestTrust(settings("classpath:certs-sample/", List.of(), Duration.ofMinutes(15)), clock);
    }

    /** With what {@link SamplePki#writeTo} wrote into a directory. */
    public static TestTrust in(Path directory, Clock clock) {
        return new TestTrust(settings("file:" + directory + "/", List.of(), Duration.ofMinutes(15)), clock);
    }

    /** With the published samples, but time-stamps from elsewhere. */
    public static TestTrust withTimeStampsFrom(List<URI> urls, Clock clock) {
        return new TestTrust(settings("classpath:certs-sample/", urls, Duration.ofMinutes(15)), clock);
    }

    private static TrustSettings settings(String folder, List<URI> urls, Duration validity) {
        return new TrustSettings(
                file(folder + "issuing-ca.p12"),
                SamplePki.PASSWORD,
                URI.create(TrustSettings.SAMPLE_CA_URL),
                file(folder + "seal.p12"),
                SamplePki.PASSWORD,
                file(folder + "tsa.p12"),
                SamplePki.PASSWORD,
                List.of(folder + "root-ca.crl", folder + "issuing-ca.crl"),
                List.of(folder + "trust/root-ca.pem"),
                urls,
                Duration.ofSeconds(1),
                validity,
                "2.25.1.1");
    }

    private static Resource file(String location) {
        return ApplicationResourceLoader.get().getResource(location);
    }

    public TrustAnchors anchors() {
        return configuration.trustAnchors(settings);
    }

    public KeyRing keys() {
        return configured();
    }

    private ConfiguredKeys configured() {
        return configuration.keyRing(settings, anchors(), new MockEnvironment(), clock, random);
    }

    public CertificateAuthority authority() {
        return configuration.certificateAuthority(configured(), settings, clock, random);
    }

    public TSPSource timeStamps() {
        return configuration.timeStamps(configured(), settings, clock, random);
    }

    public RevocationSources revocation() {
        return configuration.revocationSources(settings);
    }
}
