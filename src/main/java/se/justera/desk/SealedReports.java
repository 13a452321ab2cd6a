package se.justera.desk;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.justera.signing.SealOrder;
import se.justera.signing.Signing;
import se.justera.signing.SigningFailed;
import se.justera.validation.ReportSeal;

/** Validation reports get the installation's seal, unless that is not wanted: each costs a time-stamp. */
@Component
@ConditionalOnProperty(name = "justera.validation.seal-reports", matchIfMissing = true)
class SealedReports implements ReportSeal {

    private static final Logger LOG = LoggerFactory.getLogger(SealedReports.class);
    private static final SealOrder ORDER = new SealOrder("Justera", null, "Valideringsrapport / Validation report");

    private final Signing signing;

    SealedReports(Signing signing) {
        this.signing = signing;
    }

    @Override
    public Optional<byte[]> seal(byte[] report) {
        try {
            return Optional.of(signing.seal(report, ORDER));
        } catch (SigningFailed e) {
            LOG.warn("A validation report could not be sealed: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
