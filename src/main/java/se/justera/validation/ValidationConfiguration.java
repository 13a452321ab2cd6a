package se.justera.validation;

import eu.europa.esig.dss.spi.x509.CertificateSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.justera.trust.TrustAnchors;
import se.justera.trust.TrustedLists;

/** The service validates with the anchors that it signs under. */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    @Bean
    HeapShare heapShare() {
        return new HeapShare(Runtime.getRuntime().maxMemory());
    }

    @Bean
    Validation validation(
            TrustAnchors anchors,
            TrustedLists lists,
            ValidationLimits limits,
            Clock clock,
            ObjectProvider<KnownExtracts> known,
            ObjectProvider<OwnDocuments> own) {
        List<CertificateSource> trust = new ArrayList<>(lists.sources());
        trust.add(anchors.source());
        var strict = new StrictValidation(trust, lists::missing, limits, clock);
        var extracts = new ExtractAwareValidation(
                strict, extract -> known.getIfAvailable(KnownExtracts::none).originalOf(extract), limits.timeout());
        return new OwnDocumentValidation(extracts, own.getIfAvailable(OwnDocuments::none), limits.timeout());
    }
}
