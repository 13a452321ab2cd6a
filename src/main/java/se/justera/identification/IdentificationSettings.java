package se.justera.identification;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code justera.identification.*}; without any, codes by mail and passkeys at level low are what there is.
 *
 * @param oidc OpenID Connect providers by a short name of one's own, e.g. {@code justera.identification.oidc.bankid.issuer}
 */
@Validated
@ConfigurationProperties("justera.identification")
record IdentificationSettings(
        @DefaultValue Map<String, @Valid OidcProvider> oidc,
        @DefaultValue @Valid PasskeySettings passkeys) {

    IdentificationSettings {
        oidc = new TreeMap<>(oidc);
        oidc.keySet().stream().filter(name -> !name.matches("[a-z0-9-]{1,40}")).forEach(name -> {
            throw new IllegalArgumentException("justera.identification.oidc." + name
                    + ": a provider's short name is made of a to z, digits and hyphens, e.g. bankid");
        });
    }

    /**
     * Passkeys.
     *
     * @param level what a passkey counts for; it can only be registered right after an identification at this level, and
     *     one registered after a weaker one is not taken
     */
    record PasskeySettings(@DefaultValue("low") Level level) {}
}
