package se.justera.validation;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.jaxb.XmlContainerInfo;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.justera.validation.engine.EngineAnswer;
import se.justera.validation.engine.StrictEngine;
import se.justera.validation.formats.SignedFormat;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;

/** The examination of a signed file that is no PDF. A file without any signature is not our business, so unreadable. */
final class OtherExamination {

    /** All that was learnt about a file. */
    record Outcome(List<Finding> findings, Reports reports) {}

    private final StrictEngine engine;
    private final ValidationLimits limits;
    private final Sentences sentences;

    OtherExamination(StrictEngine engine, ValidationLimits limits, Sentences sentences) {
        this.engine = engine;
        this.limits = limits;
        this.sentences = sentences;
    }

    Outcome examine(SignedFormat format, byte[] file, boolean etsi) throws CannotBeRead {
        List<Finding> findings = new ArrayList<>(format.findings(file));
        Reports reports = engine.validate(
                        format.validator(new InMemoryDocument(file, "document"), file), sentences.locale(), etsi)
                .orElseThrow(() -> new CannotBeRead(Unreadable.NOT_A_PDF));
        DiagnosticData data = reports.getDiagnosticData();
        if (data.getSignatures().isEmpty()) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        } else if (data.getSignatures().size() > limits.maxSignatures()) {
            throw new CannotBeRead(Unreadable.TOO_MANY_SIGNATURES);
        }
        findings.addAll(new EngineAnswer(reports, List.of()).findings());
        if (leavesFilesOut(data)) {
            findings.add(Finding.after(file.length, Fault.UNCOVERED, 0));
        }
        return new Outcome(findings, reports);
    }

    /** A file in the container that no signature covers. */
    private static boolean leavesFilesOut(DiagnosticData data) {
        XmlContainerInfo container = data.getContainerInfo();
        if (container == null) {
            return false;
        }
        Set<String> covered = new HashSet<>();
        data.getSignatures()
                .forEach(signature -> signature.getSignatureScopes().stream()
                        .map(XmlSignatureScope::getName)
                        .forEach(covered::add));
        return container.getContentFiles().stream()
                .anyMatch(name -> !name.equals("mimetype") && !covered.contains(name));
    }
}
