package se.justera.ceremony;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.archive.Archive;
import se.justera.audit.AuditTrail;
import se.justera.kernel.Actor;
import se.justera.kernel.MinutesId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;
import se.justera.validation.Validation;
import se.justera.validation.ValidationReport;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/**
 * Validates what we have just made, under the same strict policy as anybody's file, before it is stored. What it refuses
 * is never stored; the report on it is, and the trail says so, whatever becomes of the caller's transaction.
 */
@Component
public class SelfValidation {

    private static final Locale LANGUAGE = Locale.forLanguageTag("sv");

    private final Validation validation;
    private final Archive archive;
    private final AuditTrail audit;
    private final TransactionTemplate ownTransaction;

    SelfValidation(Validation validation, Archive archive, AuditTrail audit, PlatformTransactionManager transactions) {
        this.validation = validation;
        this.archive = archive;
        this.audit = audit;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What is being made.
     *
     * @param number that the revision would get
     * @param by who makes it
     */
    public record Making(TenantId tenant, MinutesId minutes, int round, int number, Actor by) {}

    /**
     * Lets what is valid pass. A validation that only ran out of time gets a second one, with the report.
     *
     * @throws SignatureRejected unless the verdict is VALID
     */
    public void requireValid(Making making, byte[] made) {
        if (validation.verdict(made) != Verdict.VALID) {
            reportOnValid(making, made);
        }
    }

    /**
     * As {@link #requireValid}, for what has grown by one signature.
     *
     * @param known the stored revision upon which it was made
     */
    public void requireValidNext(Making making, byte[] known, byte[] made) {
        if (validation.verdictOfNext(known, made) != Verdict.VALID) {
            reportOnValid(making, made);
        }
    }

    /** As {@link #requireValid}; the reports are to be kept beside the document. */
    public ValidationReport reportOnValid(Making making, byte[] made) {
        ValidationReport report = validation.report("final.pdf", made, LANGUAGE);
        if (report.result().verdict() != Verdict.VALID) {
            refuse(making, made, report);
        }
        return report;
    }

    private void refuse(Making making, byte[] made, ValidationReport report) {
        ValidationResult result = report.result();
        byte[] kept = report.simple().orElseGet(result::reason).getBytes(StandardCharsets.UTF_8);
        Sha256 sha256 = Sha256.of(kept);
        ownTransaction.executeWithoutResult(status -> {
            archive.keepRefusal(making.tenant(), making.minutes(), making.round(), making.number(), kept);
            audit.record(
                    making.tenant(),
                    making.minutes(),
                    making.by(),
                    "document.refused",
                    Map.of(
                            "verdict", result.verdict().name(),
                            "reason", result.reason(),
                            "revision", "" + making.number(),
                            "refused", Sha256.of(made).hex(),
                            "report", sha256.hex()));
        });
        throw new SignatureRejected(result, sha256);
    }
}
