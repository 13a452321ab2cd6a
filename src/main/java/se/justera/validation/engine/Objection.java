package se.justera.validation.engine;

import eu.europa.esig.dss.detailedreport.jaxb.XmlConclusion;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.simplereport.jaxb.XmlDetails;
import eu.europa.esig.dss.simplereport.jaxb.XmlSignature;
import eu.europa.esig.dss.simplereport.jaxb.XmlSimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlToken;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.validationreport.jaxb.AdditionalValidationReportDataType;
import eu.europa.esig.validationreport.jaxb.SignatureValidationReportType;
import eu.europa.esig.validationreport.jaxb.TypedDataType;
import eu.europa.esig.validationreport.jaxb.ValidationReportDataType;
import eu.europa.esig.validationreport.jaxb.ValidationStatusType;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.justera.validation.ValidationResult;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.Verdict;

/**
 * Where DSS passes a signature that our checks reject, its reports would contradict the verdict. The signature is then
 * TOTAL_FAILED with FORMAT_FAILURE (ETSI EN 319 102-1, 5.1.3) in them, and our sentence stands among the errors.
 */
final class Objection {

    private static final String KEY = "JUSTERA_";
    private static final String TYPE = "urn:justera:validation:";
    private static final Set<Verdict> OBJECTIONABLE = Set.of(Verdict.INVALID, Verdict.MODIFIED);

    private final ValidationResult result;
    private final Predicate<String> rejected;

    Objection(ValidationResult result) {
        this.result = result;
        Set<String> ours = result.signatures().stream()
                .filter(signature -> !signature.intact() || signature.changesAfter() == ChangesAfter.FORBIDDEN)
                .map(SignatureResult::id)
                .collect(Collectors.toSet());
        boolean fault = OBJECTIONABLE.contains(result.verdict());
        // a finding about the file as a whole speaks against every signature in it
        this.rejected = id -> fault && (ours.isEmpty() || ours.contains(id));
    }

    void raiseIn(Reports reports) {
        raiseInSimple(reports.getSimpleReportJaxb());
        reports.getDetailedReportJaxb().getSignatureOrTimestampOrEvidenceRecord().stream()
                .filter(eu.europa.esig.dss.detailedreport.jaxb.XmlSignature.class::isInstance)
                .map(eu.europa.esig.dss.detailedreport.jaxb.XmlSignature.class::cast)
                .filter(signature -> rejected.test(signature.getId()) && signature.getConclusion() != null)
                .forEach(signature -> raiseInConclusion(signature.getConclusion()));
        if (reports.getEtsiValidationReportJaxb() != null) {
            reports.getEtsiValidationReportJaxb().getSignatureValidationReport().forEach(this::raiseInEtsi);
        }
    }

    private void raiseInSimple(XmlSimpleReport simple) {
        for (XmlToken token : simple.getSignatureOrTimestampOrEvidenceRecord()) {
            if (token instanceof XmlSignature && rejected.test(token.getId())) {
                if (token.getIndication() != Indication.TOTAL_FAILED) {
                    token.setIndication(Indication.TOTAL_FAILED);
                    token.setSubIndication(SubIndication.FORMAT_FAILURE);
                }
                if (token.getAdESValidationDetails() == null) {
                    token.setAdESValidationDetails(new XmlDetails());
                }
                var message = new eu.europa.esig.dss.simplereport.jaxb.XmlMessage();
                message.setKey(KEY + result.verdict());
                message.setValue(result.reason());
                token.getAdESValidationDetails().getError().add(message);
            }
        }
        simple.setValidSignaturesCount((int) simple.getSignatureOrTimestampOrEvidenceRecord().stream()
                .filter(token -> token instanceof XmlSignature && token.getIndication() == Indication.TOTAL_PASSED)
                .count());
    }

    private void raiseInConclusion(XmlConclusion conclusion) {
        if (conclusion.getIndication() != Indication.TOTAL_FAILED) {
            conclusion.setIndication(Indication.TOTAL_FAILED);
            conclusion.setSubIndication(SubIndication.FORMAT_FAILURE);
        }
        var message = new eu.europa.esig.dss.detailedreport.jaxb.XmlMessage();
        message.setKey(KEY + result.verdict());
        message.setValue(result.reason());
        conclusion.getErrors().add(message);
    }

    private void raiseInEtsi(SignatureValidationReportType report) {
        ValidationStatusType status = report.getSignatureValidationStatus();
        String id = report.getSignatureIdentifier() == null
                ? ""
                : report.getSignatureIdentifier().getId();
        if (status == null) {
            return;
        }
        if (rejected.test(id) && status.getMainIndication() != Indication.TOTAL_FAILED) {
            status.setMainIndication(Indication.TOTAL_FAILED);
            status.getSubIndication().clear();
            status.getSubIndication().add(SubIndication.FORMAT_FAILURE);
        }
        note(status, result);
    }

    /** The verdict and its sentence, as report data of our own types. */
    static void note(ValidationStatusType status, ValidationResult result) {
        if (status.getAssociatedValidationReportData().isEmpty()) {
            status.getAssociatedValidationReportData().add(new ValidationReportDataType());
        }
        ValidationReportDataType data =
                status.getAssociatedValidationReportData().get(0);
        if (data.getAdditionalValidationReportData() == null) {
            data.setAdditionalValidationReportData(new AdditionalValidationReportDataType());
        }
        data.getAdditionalValidationReportData()
                .getReportData()
                .add(typed("verdict", result.verdict().name()));
        data.getAdditionalValidationReportData().getReportData().add(typed("reason", result.reason()));
    }

    private static TypedDataType typed(String type, String value) {
        TypedDataType data = new TypedDataType();
        data.setType(TYPE + type);
        data.setValue(value);
        return data;
    }
}
