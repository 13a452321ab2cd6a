package se.justera.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the settings. */
final class ConfiguredKeys implements KeyRing {

    private final StoredKey issuingCa;
    private final StoredKey seal;
    private final Optional<StoredKey> tsa;
    private final List<String> samples;

    private ConfiguredKeys(
            StoredKey issuingCa, StoredKey seal, Optional<StoredKey> tsa, TrustAnchors anchors, SampleKeys sampleKeys) {
        this.issuingCa = issuingCa;
        this.seal = seal;
        this.tsa = tsa;
        this.samples = samples(anchors, sampleKeys);
    }

    static ConfiguredKeys read(TrustSettings settings, TrustAnchors anchors, SampleKeys sampleKeys) {
        Optional<StoredKey> tsa = settings.timeStampUrls().isEmpty()
                ? Optional.of(StoredKey.read("tsa", settings.tsaStore(), settings.tsaPassword()))
                : Optional.empty();
        return new ConfiguredKeys(
                StoredKey.read("issuing-ca", settings.issuingCaStore(), settings.issuingCaPassword()),
                StoredKey.read("seal", settings.sealStore(), settings.sealPassword()),
                tsa,
                anchors,
                sampleKeys);
    }

    private List<String> samples(TrustAnchors anchors, SampleKeys sampleKeys) {
        List<String> properties = new ArrayList<>();
        all().filter(key -> sampleKeys.among(key.chain().stream()))
                .forEach(key -> properties.add("justera.trust." + key.property() + "-store"));
        if (sampleKeys.among(anchors.certificates().stream())) {
            properties.add("justera.trust.anchors");
        }
        return properties;
    }

    Stream<StoredKey> all() {
        return Stream.concat(Stream.of(issuingCa, seal), tsa.stream());
    }

    StoredKey issuingCa() {
        return issuingCa;
    }

    Optional<StoredKey> tsa() {
        return tsa;
    }

    /** The settings that name published samples. */
    List<String> samples() {
        return samples;
    }

    @Override
    public SigningKey seal() {
        return seal;
    }

    @Override
    public boolean trial() {
        return !samples.isEmpty();
    }
}
