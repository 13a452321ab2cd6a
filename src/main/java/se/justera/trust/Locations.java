package se.justera.trust;

import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;

/** Reads the settings that name files, as Spring reads a single location: a path without a scheme is a file. */
final class Locations {

    private Locations() {}

    static Resource of(String location) {
        return ApplicationResourceLoader.get().getResource(location.contains(":") ? location : "file:" + location);
    }
}
