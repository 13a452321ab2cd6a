package se.justera.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which programs a verdict comes from, for a reader who wants to know years later. */
public record Versions(String justera, String dss) {

    private static final String DSS = "/META-INF/maven/eu.europa.ec.joinup.sd-dss/dss-validation/pom.properties";

    /** Those that run here. */
    public static Versions running() {
        String ours = Versions.class.getPackage().getImplementationVersion();
        return new Versions(ours == null ? "dev" : ours, dssVersion());
    }

    private static String dssVersion() {
        try (InputStream in = Versions.class.getResourceAsStream(DSS)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
