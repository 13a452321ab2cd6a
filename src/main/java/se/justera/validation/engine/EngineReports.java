package se.justera.validation.engine;

import eu.europa.esig.dss.detailedreport.DetailedReportFacade;
import eu.europa.esig.dss.detailedreport.jaxb.XmlDetailedReport;
import eu.europa.esig.dss.diagnostic.DiagnosticDataFacade;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDiagnosticData;
import eu.europa.esig.dss.simplereport.SimpleReportFacade;
import eu.europa.esig.dss.simplereport.jaxb.XmlSimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.validationreport.ValidationReportFacade;
import eu.europa.esig.validationreport.jaxb.ValidationReportType;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import se.justera.validation.ValidationResult;

/**
 * DSS's four reports, which never say more than the verdict does: a signature that DSS passes and we do not is marked as
 * failed in each, with our sentence. A file without a readable signature has reports too; they say just that.
 */
public final class EngineReports {

    /** Which report. */
    public enum Kind {
        SIMPLE,
        DETAILED,
        DIAGNOSTIC,
        /** ETSI TS 119 102-2. */
        ETSI
    }

    private final Reports reports;
    private final boolean signed;

    private EngineReports(Reports reports, boolean signed) {
        this.reports = reports;
        this.signed = signed;
    }

    /** @param reports null where there was nothing for DSS to say */
    public static EngineReports of(@Nullable Reports reports, ValidationResult result, Instant at) {
        if (reports == null) {
            return new EngineReports(NothingSigned.reports(result, at), false);
        }
        new Objection(result).raiseIn(reports);
        reports.getSimpleReportJaxb().setDocumentName(result.file());
        reports.getDiagnosticDataJaxb().setDocumentName(result.file());
        return new EngineReports(reports, true);
    }

    /** Whether DSS had a signature or time-stamp to report on. */
    public boolean signed() {
        return signed;
    }

    /** The report as XML. */
    public String xml(Kind kind) {
        try {
            return switch (kind) {
                case SIMPLE -> SimpleReportFacade.newFacade().marshall(simple(), false);
                case DETAILED -> DetailedReportFacade.newFacade().marshall(detailed(), false);
                case DIAGNOSTIC -> DiagnosticDataFacade.newFacade().marshall(diagnostic(), false);
                case ETSI -> ValidationReportFacade.newFacade().marshall(etsi(), false);
            };
        } catch (JAXBException | IOException | SAXException e) {
            throw new IllegalStateException("DSS cannot write its own report", e);
        }
    }

    public XmlSimpleReport simple() {
        return reports.getSimpleReportJaxb();
    }

    public XmlDetailedReport detailed() {
        return reports.getDetailedReportJaxb();
    }

    public XmlDiagnosticData diagnostic() {
        return reports.getDiagnosticDataJaxb();
    }

    public ValidationReportType etsi() {
        return reports.getEtsiValidationReportJaxb();
    }
}
