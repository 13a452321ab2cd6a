package se.justera.validation;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignatureScope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.engine.EngineAnswer;
import se.justera.validation.structure.Finding;

/** From all that was found in a signed file that is no PDF to the published result. */
final class OtherConclusion {

    private final OtherExamination.Outcome outcome;
    private final Sentences sentences;

    OtherConclusion(OtherExamination.Outcome outcome, Sentences sentences) {
        this.outcome = outcome;
        this.sentences = sentences;
    }

    ValidationResult result(String name, String sha256) {
        EngineAnswer answer = new EngineAnswer(outcome.reports(), List.of());
        List<Finding> worstFirst = outcome.findings().stream()
                .sorted(Comparator.comparing(finding -> finding.fault().verdict()))
                .toList();
        Optional<Finding> worst = worstFirst.stream().findFirst();
        Verdict verdict = worst.map(finding -> finding.fault().verdict()).orElse(Verdict.VALID);
        boolean altered = verdict == Verdict.MODIFIED;
        List<SignatureResult> signatures = answer.signatures().stream()
                .map(signature -> placed(signature, altered))
                .toList();
        return new ValidationResult(
                name,
                sha256,
                verdict,
                sentences.verdict(verdict, signatures, worst.orElse(null)),
                null,
                signatures,
                answer.timestamps(),
                worstFirst.stream().map(sentences::warning).distinct().toList());
    }

    private SignatureResult placed(SignatureResult signature, boolean altered) {
        return new SignatureResult(
                signature.id(),
                signature.kind(),
                signature.signer(),
                signature.role(),
                signature.reason(),
                signature.signingTime(),
                signature.format(),
                signature.indication(),
                signature.subIndication(),
                signature.intact(),
                signature.trusted(),
                altered ? ChangesAfter.FORBIDDEN : ChangesAfter.NONE,
                !altered && signature.intact() && coversAll(signature.id()),
                signature.qualification(),
                signature.identified());
    }

    /** In a container others may have signed other files. */
    private boolean coversAll(String id) {
        DiagnosticData data = outcome.reports().getDiagnosticData();
        return data.getContainerInfo() == null
                || data.getSignatureById(id).getSignatureScopes().stream()
                        .map(XmlSignatureScope::getName)
                        .toList()
                        .containsAll(data.getContainerInfo().getContentFiles());
    }
}
