package se.justera.validation.engine;

import eu.europa.esig.dss.crl.CRLBinary;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.crl.x509.impl.CRLUtilsX509CRLImpl;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document's revocation lists, each verified once however often DSS asks: national ones are megabytes long, and DSS
 * asks some six times. Found by DSS as a service; outside of a validation nothing is kept.
 */
public final class KeptCrls extends CRLUtilsX509CRLImpl {

    private record Asked(CRLBinary list, CertificateToken issuer) {}

    private static final ThreadLocal<@Nullable Map<Asked, CRLValidity>> KEPT = new ThreadLocal<>();

    /** What is verified in this work is kept until it ends. */
    static <T> T during(Supplier<T> work) {
        KEPT.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            KEPT.remove();
        }
    }

    @Override
    public CRLValidity buildCRLValidity(CRLBinary list, CertificateToken issuer) throws IOException {
        Map<Asked, CRLValidity> kept = KEPT.get();
        if (kept == null) {
            return super.buildCRLValidity(list, issuer);
        }
        Asked asked = new Asked(list, issuer);
        CRLValidity known = kept.get(asked);
        if (known == null) {
            known = super.buildCRLValidity(list, issuer);
            kept.put(asked, known);
        }
        return known;
    }
}
