package se.justera.signing;

import java.util.List;
import org.springframework.stereotype.Component;

/** All sources of keys that this service has. */
@Component
class KeySources {

    private final List<KeySource> sources;

    KeySources(List<KeySource> sources) {
        this.sources = sources.stream().filter(KeySource::isThere).toList();
    }

    List<String> names() {
        return sources.stream().map(KeySource::name).toList();
    }

    PersonalKey keyFor(SignatureOrder order) {
        return sources.stream()
                .filter(source -> source.name().equals(order.key().source()))
                .findFirst()
                .orElseThrow(() -> new SigningFailed("There is no key source %s; see justera.signing."
                        .formatted(order.key().source())))
                .keyFor(order);
    }
}
