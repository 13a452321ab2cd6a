package se.justera.validation;

import eu.europa.esig.dss.spi.x509.CertificateSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import se.justera.trust.TrustAnchors;
import se.justera.trust.TrustedLists;
import se.justera.validation.online.CallLimits;
import se.justera.validation.online.CallRule;
import se.justera.validation.online.OnlineData;

/** The service validates with the anchors that it signs under. */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    @Bean
    HeapShare heapShare() {
        return new HeapShare(Runtime.getRuntime().maxMemory());
    }

    @Bean
    @Primary
    Validation validation(
            TrustAnchors anchors,
            TrustedLists lists,
            ValidationLimits limits,
            Clock clock,
            ObjectProvider<KnownExtracts> known,
            ObjectProvider<OwnDocuments> own) {
        return knowingOurs(strict(anchors, lists, limits, clock), limits, known, own);
    }

    /** What comes in over the web: only this may go online, if it is told to. What we make ourselves needs nothing. */
    @Bean
    @Qualifier(Validation.OF_UPLOADS)
    Validation validationOfUploads(
            Validation offline,
            OnlineSettings settings,
            TrustAnchors anchors,
            TrustedLists lists,
            ValidationLimits limits,
            Clock clock,
            ObjectProvider<KnownExtracts> known,
            ObjectProvider<OwnDocuments> own) {
        if (!settings.online()) {
            return offline;
        }
        OnlineData data = new OnlineData(CallRule.publicWeb(), CallLimits.within(limits.timeout()));
        return knowingOurs(strict(anchors, lists, limits, clock).looking(data::forOneFile), limits, known, own);
    }

    private static StrictValidation strict(
            TrustAnchors anchors, TrustedLists lists, ValidationLimits limits, Clock clock) {
        List<CertificateSource> trust = new ArrayList<>(lists.sources());
        trust.add(anchors.source());
        return new StrictValidation(trust, lists::missing, limits, clock);
    }

    private static Validation knowingOurs(
            StrictValidation strict,
            ValidationLimits limits,
            ObjectProvider<KnownExtracts> known,
            ObjectProvider<OwnDocuments> own) {
        var extracts = new ExtractAwareValidation(
                strict, extract -> known.getIfAvailable(KnownExtracts::none).originalOf(extract), limits.timeout());
        return new OwnDocumentValidation(extracts, own.getIfAvailable(OwnDocuments::none), limits.timeout());
    }
}
