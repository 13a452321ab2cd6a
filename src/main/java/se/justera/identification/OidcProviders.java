package se.justera.identification;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;

/** The configured OpenID Connect providers. None is asked anything before somebody chooses it. */
@Component
class OidcProviders {

    private final List<OidcMethod> methods;
    private final boolean askForNumbers;

    OidcProviders(
            IdentificationSettings settings,
            OpenRounds rounds,
            PersonNumbers numbers,
            PublicAddress address,
            SecureRandom random,
            Clock clock) {
        methods = settings.oidc().entrySet().stream()
                .map(entry -> new OidcMethod(
                        entry.getKey(),
                        entry.getValue(),
                        new OidcCalls(entry.getValue()),
                        rounds,
                        numbers,
                        address,
                        random,
                        clock))
                .toList();
        askForNumbers = settings.oidc().values().stream()
                .anyMatch(provider -> provider.match() == OidcProvider.Match.PERSONAL_NUMBER);
    }

    boolean askForNumbers() {
        return askForNumbers;
    }

    List<OidcMethod> methods() {
        return methods;
    }
}
