package se.justera.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of the settings. */
final class ConfiguredKeys implements KeyRing {

    private final StoredKey issuingCa;
    private final StoredKey seal;
    private final Map<String, StoredKey> ownSeals;
    private final Optional<StoredKey> tsa;
    private final List<String> samples;

    private ConfiguredKeys(TrustSettings settings, TrustAnchors anchors, SampleKeys sampleKeys) {
        this.issuingCa =
                StoredKey.read(KeySetting.of("issuing-ca"), settings.issuingCaStore(), settings.issuingCaPassword());
        this.seal = StoredKey.read(KeySetting.of("seal"), settings.sealStore(), settings.sealPassword());
        this.ownSeals = ownSeals(settings.seals());
        this.tsa = settings.timeStampUrls().isEmpty()
                ? Optional.of(StoredKey.read(KeySetting.of("tsa"), settings.tsaStore(), settings.tsaPassword()))
                : Optional.empty();
        this.samples = samples(anchors, sampleKeys);
    }

    static ConfiguredKeys read(TrustSettings settings, TrustAnchors anchors, SampleKeys sampleKeys) {
        return new ConfiguredKeys(settings, anchors, sampleKeys);
    }

    private static Map<String, StoredKey> ownSeals(List<TrustSettings.OwnSeal> seals) {
        Map<String, StoredKey> keys = new LinkedHashMap<>();
        for (int i = 0; i < seals.size(); i++) {
            TrustSettings.OwnSeal own = seals.get(i);
            String digits = digits(own.orgNumber());
            if (keys.put(digits, StoredKey.read(KeySetting.ownSeal(i), own.store(), own.password())) != null) {
                throw new KeysUnusable("justera.trust.seals names two keys for %s.".formatted(own.orgNumber()));
            }
        }
        return keys;
    }

    private static String digits(String orgNumber) {
        return orgNumber.replaceAll("\\D", "");
    }

    private List<String> samples(TrustAnchors anchors, SampleKeys sampleKeys) {
        List<String> properties = new ArrayList<>();
        all().filter(key -> sampleKeys.among(key.chain().stream()))
                .forEach(key -> properties.add(key.setting().store()));
        if (sampleKeys.among(anchors.certificates().stream())) {
            properties.add("justera.trust.anchors");
        }
        return properties;
    }

    Stream<StoredKey> all() {
        return Stream.of(Stream.of(issuingCa, seal), ownSeals.values().stream(), tsa.stream())
                .flatMap(keys -> keys);
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
    public SigningKey seal(@Nullable String orgNumber) {
        StoredKey own = orgNumber == null ? null : ownSeals.get(digits(orgNumber));
        return own == null ? seal : own;
    }

    @Override
    public List<KeyState> states() {
        return all().map(KeyState::of).toList();
    }

    @Override
    public boolean trial() {
        return !samples.isEmpty();
    }
}
