package se.justera;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Looks, before anything is opened, whether the profile {@code production} has what it needs. */
final class ProductionNeeds implements ApplicationListener<ApplicationPreparedEvent> {

    private static final Profiles PRODUCTION = Profiles.of("production");

    private static final Map<String, String> STORES = Map.of(
            "justera.trust.seal-store", "the association's seal key (PKCS#12)",
            "justera.trust.issuing-ca-store", "the key that issues the signers' certificates (PKCS#12)",
            "justera.trust.issuing-ca-url", "where that key's certificate can be fetched by anybody",
            "justera.trust.anchors", "the certificates that are trusted");

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        if (environment.acceptsProfiles(PRODUCTION)) {
            List<String> missing = missing(environment);
            if (!missing.isEmpty()) {
                throw new NotReadyForProduction(missing);
            }
        }
    }

    static List<String> missing(Environment environment) {
        var missing = new ArrayList<String>();
        String database = environment.getProperty("spring.datasource.url", "");
        if (!database.startsWith("jdbc:postgresql:")) {
            missing.add("spring.datasource.url: a PostgreSQL database (jdbc:postgresql://…)");
        }
        if (environment.getProperty("spring.mail.host", "").isBlank()) {
            missing.add("spring.mail.host: an SMTP server");
        }
        if (environment.getProperty("justera.notify.from", "").isBlank()) {
            missing.add("justera.notify.from: the address that mails are sent from");
        }
        if (environment.getProperty("justera.base-url", "").isBlank()) {
            missing.add("justera.base-url: the address people reach this service at");
        }
        STORES.keySet().stream()
                .sorted()
                .filter(key -> isBlank(environment, key) && isBlank(environment, key + "[0]"))
                .forEach(key -> missing.add(key + ": " + STORES.get(key)));
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            missing.add("spring.profiles.active: production without demo, whose people and mails are invented");
        }
        return missing;
    }

    private static boolean isBlank(Environment environment, String key) {
        return environment.getProperty(key, "").isBlank();
    }
}
