package se.justera.trust;

import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import se.justera.access.PublicAddress;

/** Reads and tries everything at start-up: a key that does not work is found before the first meeting, not after it. */
@Configuration(proxyBeanMethods = false)
class TrustConfiguration {

    private static final Profiles PRODUCTION = Profiles.of("production");

    @Bean
    TrustAnchors trustAnchors(TrustSettings settings) {
        return TrustAnchors.of(settings.anchorFiles().stream()
                .flatMap(file -> Certificates.read(file).stream())
                .toList());
    }

    @Bean
    ConfiguredKeys keyRing(
            TrustSettings settings, TrustAnchors anchors, Environment environment, Clock clock, SecureRandom random) {
        ConfiguredKeys keys = ConfiguredKeys.read(settings, anchors, new SampleKeys());
        if (environment.acceptsProfiles(PRODUCTION)) {
            refuseSamples(keys, settings);
        }
        KeyProbe probe = new KeyProbe(anchors, clock, random);
        keys.all().forEach(probe::tried);
        return keys;
    }

    private static void refuseSamples(ConfiguredKeys keys, TrustSettings settings) {
        List<String> samples = new ArrayList<>(keys.samples());
        if (settings.issuingCaUrl().equals(URI.create(TrustSettings.SAMPLE_CA_URL))) {
            samples.add("justera.trust.issuing-ca-url");
        }
        if (!samples.isEmpty()) {
            throw new KeysUnusable(
                    "With the profile production Justera needs keys of its own, but these settings name published samples: "
                            + String.join(", ", samples)
                            + ". Set each of them to yours, and the passwords that belong to them.");
        }
    }

    @Bean
    CertificateAuthority certificateAuthority(
            ConfiguredKeys keys,
            TrustSettings settings,
            CertificateRegister register,
            PublicAddress address,
            Clock clock,
            SecureRandom random) {
        return new EmbeddedCa(
                keys.issuingCa(),
                settings,
                register,
                () -> new RevocationAddresses(address.of("/pki/issuing-ca.crl"), address.of("/ocsp")),
                clock,
                random);
    }

    @Bean
    KnownCertificates knownCertificates(ConfiguredKeys keys, CertificateRegister register) {
        return new KnownCertificates(keys, register);
    }

    @Bean
    OwnAuthority ownAuthority(
            ConfiguredKeys keys,
            TrustSettings settings,
            KnownCertificates known,
            CertificateRegister register,
            Clock clock) {
        StoredKey key = keys.issuingCa();
        return new OwnAuthority(
                key, new IssuingCaCrl(key, register, clock), new OcspResponder(key, known, clock), settings.crlFiles());
    }

    @Bean
    FirstWillingTsa timeStamps(ConfiguredKeys keys, TrustSettings settings, Clock clock, SecureRandom random) {
        Map<String, TSPSource> authorities = new LinkedHashMap<>();
        keys.tsa().ifPresent(key -> authorities.put("justera.trust.tsa-store", new EmbeddedTsa(key, clock, random)));
        for (URI url : settings.timeStampUrls()) {
            TsaConnection connection = new TsaConnection(url, settings.timeStampTimeout());
            authorities.put(
                    url.toString(),
                    new RemoteTsa(connection, settings.timeStampTries(), settings.clockTolerance(), clock, random));
        }
        return new FirstWillingTsa(authorities, clock);
    }

    @Bean
    @Profile("demo")
    TimeStampAuthority timeStampAuthority(ConfiguredKeys keys, Clock clock, SecureRandom random) {
        return keys.tsa()
                .<TimeStampAuthority>map(key -> new EmbeddedTsa(key, clock, random))
                .orElse(request -> {
                    throw new TimeStampRefused("There is no embedded time-stamping authority.", null);
                });
    }

    @Bean
    RevocationSources revocationSources(TrustSettings settings, OwnAuthority own) {
        RevocationSource<CRL> lists = new FirstAnswering<>(own, new RevocationLists(settings.crlFiles()));
        if (settings.timeStampUrls().isEmpty()) {
            return new RevocationSources(lists, Optional.empty());
        }
        OnlineRevocation online = OnlineRevocation.within(settings.timeStampTimeout());
        return new RevocationSources(new FirstAnswering<>(lists, online.crls()), Optional.of(online.ocsp()));
    }
}
