package se.justera.trust;

import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;
import se.justera.access.PublicAddress;

/** What {@code signing} needs of {@code trust}, without a Spring context. */
public final class TestTrust {

    private final TrustSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TrustConfiguration configuration = new TrustConfiguration();
    private final MemoryRegister register = new MemoryRegister();

    /** A register that is forgotten with the test. */
    static final class MemoryRegister implements CertificateRegister {

        private final Set<BigInteger> issued = ConcurrentHashMap.newKeySet();
        private final Map<String, Revocation> revoked = new ConcurrentHashMap<>();

        @Override
        public void issued(X509Certificate certificate) {
            issued.add(certificate.getSerialNumber());
        }

        @Override
        public boolean knows(BigInteger serial) {
            return issued.contains(serial);
        }

        @Override
        public List<Revocation> revoked() {
            return List.copyOf(revoked.values());
        }

        @Override
        public Optional<Revocation> revoked(BigInteger serial) {
            return Optional.ofNullable(revoked.get(Revocations.hex(serial)));
        }

        @Override
        public boolean revoke(Revocation revocation) {
            return revoked.putIfAbsent(revocation.serial(), revocation) == null;
        }
    }

    private TestTrust(Map<String, String> properties, Clock clock) {
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put("justera.trust." + name, value));
        this.settings =
                new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("justera.trust", TrustSettings.class);
        this.clock = clock;
    }

    /** With the published samples. */
    public static TestTrust sample(Clock clock) {
        return new TestTrust(Map.of(), clock);
    }

    /** With the published samples and these settings besides, named without {@code justera.trust.}. */
    public static TestTrust with(Map<String, String> properties, Clock clock) {
        return new TestTrust(properties, clock);
    }

    /** With what {@link SamplePki#writeTo} wrote into a directory. */
    public static TestTrust in(Path directory, Clock clock) {
        return new TestTrust(propertiesOf(directory), clock);
    }

    /** The settings that name what {@link SamplePki#writeTo} wrote into a directory. */
    static Map<String, String> propertiesOf(Path directory) {
        String folder = "file:" + directory + "/";
        Map<String, String> properties = new HashMap<>();
        for (String key : List.of("issuing-ca", "seal", "tsa")) {
            properties.put(key + "-store", folder + key + ".p12");
        }
        properties.put("crls", folder + "root-ca.crl," + folder + "issuing-ca.crl");
        properties.put("anchors", folder + "trust/root-ca.pem");
        return properties;
    }

    /** With the published samples, but time-stamps from elsewhere, asked once each. */
    public static TestTrust withTimeStampsFrom(List<URI> urls, Clock clock) {
        String list = urls.stream().map(URI::toString).collect(Collectors.joining(","));
        return new TestTrust(
                Map.of("time-stamp-urls", list, "time-stamp-timeout", "10s", "time-stamp-tries", "1"), clock);
    }

    /** What the sample's time-stamping authority answers by that clock. */
    public static byte[] stamp(byte[] request, Clock clock) {
        return new EmbeddedTsa(sample(clock).configured().tsa().orElseThrow(), clock, new SecureRandom())
                .answer(request);
    }

    public TrustAnchors anchors() {
        return configuration.trustAnchors(settings);
    }

    public KeyRing keys() {
        return configured();
    }

    ConfiguredKeys configured() {
        return configuration.keyRing(settings, anchors(), new MockEnvironment(), clock, random);
    }

    MemoryRegister register() {
        return register;
    }

    public CertificateAuthority authority() {
        PublicAddress address = new PublicAddress("https://justera.example");
        return configuration.certificateAuthority(configured(), settings, register, address, clock, random);
    }

    OwnAuthority published() {
        ConfiguredKeys keys = configured();
        return configuration.ownAuthority(keys, settings, new KnownCertificates(keys, register), register, clock);
    }

    public TSPSource timeStamps() {
        return configuration.timeStamps(configured(), settings, clock, random);
    }

    public RevocationSources revocation() {
        return configuration.revocationSources(settings, published());
    }
}
