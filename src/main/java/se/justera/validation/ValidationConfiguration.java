package se.justera.validation;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.justera.trust.TrustAnchors;

/** The service validates with the anchors that it signs under. */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    @Bean
    Validation validation(
            TrustAnchors anchors, ValidationLimits limits, Clock clock, ObjectProvider<KnownExtracts> known) {
        var strict = new StrictValidation(List.of(anchors.source()), limits, clock);
        return new ExtractAwareValidation(
                strict, extract -> known.getIfAvailable(KnownExtracts::none).originalOf(extract), limits.timeout());
    }
}
