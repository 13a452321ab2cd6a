package se.justera;

import java.util.List;

/** The profile production lacks something: the service does not start. */
final class NotReadyForProduction extends RuntimeException {

    private final transient List<String> missing;

    NotReadyForProduction(List<String> missing) {
        super("Justera does not start in production; missing: " + String.join("; ", missing));
        this.missing = List.copyOf(missing);
    }

    List<String> missing() {
        return missing;
    }
}
