package se.justera.validation;

import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.ValidationResult.SignerName;
import se.justera.validation.ValidationResult.TimestampResult;
import se.justera.validation.engine.EngineAnswer;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.SignatureSlot;

/** From all that was found to the published result: a file is what its worst signature or finding makes it. */
final class Conclusion {

    private final Examination.Outcome outcome;
    private final Sentences sentences;
    private final long length;
    private final List<String> missingLists;

    /** @param missingLists the trusted lists that should have been asked and were not there */
    Conclusion(Examination.Outcome outcome, Sentences sentences, long length, List<String> missingLists) {
        this.missingLists = missingLists;
        this.outcome = outcome;
        this.sentences = sentences;
        this.length = length;
    }

    ValidationResult result(String name, String sha256) {
        List<SignatureResult> signatures = signatures();
        Optional<Finding> worst = worst();
        Verdict verdict = verdict(worst);
        return new ValidationResult(
                name,
                sha256,
                verdict,
                sentences.verdict(verdict, signatures, worst.orElse(null)),
                outcome.pages(),
                signatures,
                timestamps(),
                warnings());
    }

    private Optional<Finding> worst() {
        return outcome.findings().stream()
                .min(Comparator.comparing(finding -> finding.fault().verdict()));
    }

    private Verdict verdict(Optional<Finding> worst) {
        boolean onlyTimestamps = !outcome.signed() && !outcome.slots().isEmpty();
        if (onlyTimestamps || worst.isEmpty()) {
            return outcome.signed() ? Verdict.VALID : Verdict.UNSIGNED;
        }
        return worst.get().fault().verdict();
    }

    private List<String> warnings() {
        Stream<String> found = outcome.findings().stream()
                .sorted(Comparator.comparing(finding -> finding.fault().verdict()))
                .map(sentences::warning)
                .distinct();
        boolean unasked = outcome.signed() && !missingLists.isEmpty();
        return Stream.concat(found, unasked ? Stream.of(sentences.missing(missingLists)) : Stream.empty())
                .toList();
    }

    private List<TimestampResult> timestamps() {
        return answer().map(EngineAnswer::timestamps).orElseGet(List::of);
    }

    private Optional<EngineAnswer> answer() {
        @Nullable Reports reports = outcome.reports();
        return reports == null ? Optional.empty() : Optional.of(new EngineAnswer(reports, outcome.slots()));
    }

    private List<SignatureResult> signatures() {
        Optional<EngineAnswer> answer = answer();
        List<SignatureResult> signatures = new ArrayList<>();
        for (SignatureSlot slot : outcome.slots()) {
            if (!slot.timestamp()) {
                SignatureResult seen =
                        answer.flatMap(dss -> dss.signature(slot.field())).orElseGet(() -> unanswered(slot));
                signatures.add(placed(seen, slot));
            }
        }
        return signatures;
    }

    private SignatureResult placed(SignatureResult seen, SignatureSlot slot) {
        boolean whole = slot.end() == length;
        boolean broken = concerning(slot).anyMatch(finding -> finding.fault().verdict() == Verdict.INVALID);
        boolean forbidden = concerning(slot).anyMatch(finding -> finding.fault().verdict() == Verdict.MODIFIED);
        return new SignatureResult(
                seen.id(),
                seen.kind(),
                seen.signer(),
                seen.role(),
                seen.reason(),
                seen.signingTime(),
                seen.format(),
                seen.indication(),
                seen.subIndication(),
                seen.intact() && !broken,
                seen.trusted(),
                forbidden ? ChangesAfter.FORBIDDEN : whole ? ChangesAfter.NONE : ChangesAfter.PERMITTED,
                whole && !broken,
                seen.qualification(),
                seen.identified());
    }

    private Stream<Finding> concerning(SignatureSlot slot) {
        return outcome.findings().stream().filter(finding -> finding.concerns(slot.field(), slot.end()));
    }

    /** A signature that DSS has no answer for. */
    private static SignatureResult unanswered(SignatureSlot slot) {
        return new SignatureResult(
                slot.field(),
                Kind.SIGNATURE,
                new SignerName(null, null),
                null,
                null,
                null,
                "PDF_NOT_ETSI",
                "INDETERMINATE",
                null,
                false,
                false,
                ChangesAfter.NONE,
                false,
                "N/A",
                null);
    }
}
