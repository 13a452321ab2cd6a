package se.justera.validation;

import java.time.Clock;
import java.util.List;
import se.justera.trust.TrustAnchors;

/** Validation under the strict policy, without a Spring context. */
public final class TestValidation {

    private TestValidation() {}

    public static Validation trusting(TrustAnchors anchors, Clock clock) {
        return new StrictValidation(List.of(anchors.source()), ValidationLimits.standard(), clock);
    }

    /** As the service does it, which has an archive. */
    public static Validation knowing(Validation inner, OwnDocuments own) {
        return new OwnDocumentValidation(inner, own, ValidationLimits.standard().timeout());
    }
}
