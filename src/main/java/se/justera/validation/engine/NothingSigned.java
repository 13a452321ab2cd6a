package se.justera.validation.engine;

import eu.europa.esig.dss.detailedreport.jaxb.XmlDetailedReport;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDiagnosticData;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.jaxb.XmlSimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlValidationPolicy;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.validationreport.jaxb.SignatureValidationReportType;
import eu.europa.esig.validationreport.jaxb.ValidationReportType;
import eu.europa.esig.validationreport.jaxb.ValidationStatusType;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import se.justera.validation.ValidationResult;

/** The reports on a file that has no signature, or that cannot be read: DSS's indication for it is NO_SIGNATURE_FOUND. */
final class NothingSigned {

    private NothingSigned() {}

    static Reports reports(ValidationResult result, Instant at) {
        Date now = Date.from(at);
        XmlDiagnosticData diagnostic = new XmlDiagnosticData();
        diagnostic.setDocumentName(result.file());
        diagnostic.setValidationDate(now);
        // the schema wants these lists, empty as they are
        diagnostic.setUsedCertificates(List.of());
        XmlDetailedReport detailed = new XmlDetailedReport();
        detailed.setValidationTime(now);
        return new Reports(diagnostic, detailed, simple(result, now), etsi(result));
    }

    private static XmlSimpleReport simple(ValidationResult result, Date now) {
        XmlValidationPolicy policy = new XmlValidationPolicy();
        policy.setPolicyName("Justera");
        policy.setPolicyDescription(result.reason());
        XmlSimpleReport simple = new XmlSimpleReport();
        simple.setValidationPolicy(policy);
        simple.setDocumentName(result.file());
        simple.setSignaturesCount(result.signatures().size());
        simple.setValidationTime(now);
        return simple;
    }

    private static ValidationReportType etsi(ValidationResult result) {
        ValidationStatusType status = new ValidationStatusType();
        status.setMainIndication(indication(result));
        Objection.note(status, result);
        SignatureValidationReportType one = new SignatureValidationReportType();
        one.setSignatureValidationStatus(status);
        ValidationReportType report = new ValidationReportType();
        report.getSignatureValidationReport().add(one);
        return report;
    }

    /** There may be signatures that DSS could not read at all. */
    private static Indication indication(ValidationResult result) {
        return switch (result.verdict()) {
            case INVALID, MODIFIED -> Indication.TOTAL_FAILED;
            case INDETERMINATE -> Indication.INDETERMINATE;
            case UNREADABLE, UNSIGNED, INTACT_UNTRUSTED, VALID -> Indication.NO_SIGNATURE_FOUND;
        };
    }
}
