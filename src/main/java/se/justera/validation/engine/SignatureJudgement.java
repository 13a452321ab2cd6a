package se.justera.validation.engine;

import eu.europa.esig.dss.detailedreport.jaxb.XmlBasicBuildingBlocks;
import eu.europa.esig.dss.detailedreport.jaxb.XmlConstraint;
import eu.europa.esig.dss.detailedreport.jaxb.XmlStatus;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;

/**
 * What DSS's indication for one signature means here: a forbidden later change is told from a signature that is itself
 * broken, although DSS calls both TOTAL_FAILED (ETSI EN 319 102-1, 5.1.3).
 */
final class SignatureJudgement {

    /** The format checks that are about later changes: pages, DocMDP, FieldMDP, locks, annotations, objects, looks. */
    private static final Set<String> CHANGES = Set.of(
            "BBB_FC_DSFREAP",
            "BBB_FC_IVDBSFR",
            "BBB_FC_ISVADMDPD",
            "BBB_FC_ISVAFMDPD",
            "BBB_FC_ISVASFLD",
            "BBB_FC_DSCNACMDM",
            "BBB_FC_DSCNUOM");

    /** Those of them that our own comparison of revisions answers as well. */
    private static final Set<String> DOUBTS =
            Set.of("BBB_FC_IVDBSFR", "BBB_FC_ISVADMDPD", "BBB_FC_DSCNACMDM", "BBB_FC_DSCNUOM");

    private final SignatureWrapper signature;
    private final @Nullable String field;
    private final Reports reports;

    SignatureJudgement(SignatureWrapper signature, @Nullable String field, Reports reports) {
        this.signature = signature;
        this.field = field;
        this.reports = reports;
    }

    /** Digest and signature value are right for the signature's own bytes. */
    boolean intact() {
        return signature.isSignatureIntact() && signature.isSignatureValid() && digestsIntact();
    }

    Indication indication() {
        return reports.getSimpleReport().getIndication(signature.getId());
    }

    @Nullable
    SubIndication subIndication() {
        return reports.getSimpleReport().getSubIndication(signature.getId());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (ofAnUnknownKind()) {
            return List.of(Finding.of(Fault.KIND_UNKNOWN, field));
        }
        if (!intact()) {
            boolean unverifiable = !digestWrong() && (!digestsIntact() || signature.getSigningCertificate() == null);
            findings.add(Finding.of(unverifiable ? Fault.INDETERMINATE : Fault.SIGNATURE_BROKEN, field));
        }
        switch (indication()) {
            case TOTAL_PASSED, PASSED -> {}
            case TOTAL_FAILED, FAILED -> findings.add(Finding.of(faultOfFailure(), field));
            case INDETERMINATE, NO_SIGNATURE_FOUND -> findings.add(Finding.of(faultOfDoubt(), field));
        }
        return findings;
    }

    /** The digest is right, but nobody here knows the algorithm of the signature. */
    private boolean ofAnUnknownKind() {
        return signature.getEncryptionAlgorithm() == null && digestsIntact();
    }

    private boolean digestsIntact() {
        return signature.getDigestMatchers().stream().allMatch(matcher -> matcher.isDataFound() && intact(matcher));
    }

    private boolean digestWrong() {
        return signature.getDigestMatchers().stream()
                .anyMatch(matcher -> matcher.isDataFound() && matcher.getDigestMethod() != null && !intact(matcher));
    }

    private static boolean intact(XmlDigestMatcher matcher) {
        return Boolean.TRUE.equals(matcher.isDataIntact());
    }

    private Fault faultOfFailure() {
        SubIndication why = subIndication();
        if (why == SubIndication.FORMAT_FAILURE) {
            List<String> failed = failedFormatChecks();
            if (failed.isEmpty() || !CHANGES.containsAll(failed)) {
                return Fault.SIGNATURE_FORMAT;
            }
            return DOUBTS.containsAll(failed) ? Fault.POLICY_DOUBT : Fault.POLICY;
        }
        return why == SubIndication.HASH_FAILURE || why == SubIndication.SIG_CRYPTO_FAILURE
                ? Fault.SIGNATURE_BROKEN
                : Fault.CERTIFICATE_REJECTED;
    }

    private Fault faultOfDoubt() {
        SubIndication why = subIndication();
        return why == SubIndication.NO_CERTIFICATE_CHAIN_FOUND || why == SubIndication.NO_CERTIFICATE_CHAIN_FOUND_NO_POE
                ? Fault.UNTRUSTED
                : Fault.INDETERMINATE;
    }

    private List<String> failedFormatChecks() {
        XmlBasicBuildingBlocks blocks = reports.getDetailedReport().getBasicBuildingBlockById(signature.getId());
        if (blocks == null || blocks.getFC() == null) {
            return List.of();
        }
        return blocks.getFC().getConstraint().stream()
                .filter(check -> check.getStatus() == XmlStatus.NOT_OK)
                .map(XmlConstraint::getName)
                .map(name -> name.getKey())
                .toList();
    }
}
