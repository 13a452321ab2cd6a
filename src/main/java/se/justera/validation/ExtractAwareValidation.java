package se.justera.validation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.justera.validation.extract.ExtractCheck;
import se.justera.validation.extract.ExtractCheck.Outcome;
import se.justera.validation.extract.ExtractFault;

/** Validates as another validation does, and tells of extracts what only they have to prove. */
final class ExtractAwareValidation extends PassedOn {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final ExtractCheck check;

    ExtractAwareValidation(Validation inner, KnownExtracts known, Duration patience) {
        super(inner, patience);
        this.check = new ExtractCheck(inner, known);
    }

    @Override
    public ValidationResult validate(String name, byte[] uploadedPdf, Locale locale) {
        ValidationResult result = super.validate(name, uploadedPdf, locale);
        return outcome(result, uploadedPdf)
                .map(found -> told(result, found, new ExtractSentences(locale)))
                .orElse(result);
    }

    /** Whatever may be an extract is examined whole. */
    @Override
    public Verdict verdictOfNext(byte[] known, byte[] made) {
        Verdict verdict = inner.verdictOfNext(known, made);
        boolean examined = verdict != Verdict.VALID || inTime("extract", () -> check.concerns(made), true, true);
        return examined ? verdict(made) : verdict;
    }

    @Override
    public ValidationReport report(String name, byte[] uploadedPdf, Locale locale) {
        ValidationReport report = super.report(name, uploadedPdf, locale);
        Optional<Outcome> outcome = outcome(report.result(), uploadedPdf);
        return outcome.map(found -> new ValidationReport(
                        told(report.result(), found, new ExtractSentences(locale)),
                        report.engine(),
                        told(report.swedish(), found, new ExtractSentences(SWEDISH)),
                        told(report.english(), found, new ExtractSentences(Locale.ENGLISH))))
                .orElse(report);
    }

    private Optional<Outcome> outcome(ValidationResult result, byte[] pdf) {
        return result.verdict() == Verdict.UNREADABLE
                ? Optional.empty()
                : inTime(
                        "extract",
                        () -> check.look(pdf, result),
                        Optional.of(Outcome.only(ExtractFault.UNREADABLE)),
                        Optional.of(Outcome.only(ExtractFault.TOO_SLOW)));
    }

    private static ValidationResult told(ValidationResult result, Outcome outcome, ExtractSentences sentences) {
        Optional<ExtractFault> worst = outcome.faults().stream().min(Comparator.comparing(ExtractFault::verdict));
        Verdict verdict = worst.map(ExtractFault::verdict)
                .filter(found -> result.verdict() != Verdict.UNSIGNED && found.compareTo(result.verdict()) < 0)
                .orElse(result.verdict());
        String reason = verdict != result.verdict()
                ? sentences.reason(worst.orElseThrow())
                : verdict == Verdict.VALID ? sentences.valid(outcome) : result.reason();
        List<String> warnings = Stream.concat(result.warnings().stream(), sentences.notes(outcome).stream())
                .toList();
        return new ValidationResult(
                result.file(),
                result.sha256(),
                verdict,
                reason,
                result.pages(),
                result.signatures(),
                result.timestamps(),
                warnings);
    }
}
