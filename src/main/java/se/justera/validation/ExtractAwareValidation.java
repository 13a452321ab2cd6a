package se.justera.validation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import se.justera.kernel.Sha256;
import se.justera.validation.extract.ExtractCheck;
import se.justera.validation.extract.ExtractCheck.Outcome;
import se.justera.validation.extract.ExtractFault;

/** Validates as another validation does, and tells of extracts what only they have to prove. */
final class ExtractAwareValidation implements Validation {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final long STACK = 16L << 20;

    private final Validation inner;
    private final ExtractCheck check;
    private final Duration patience;

    ExtractAwareValidation(Validation inner, KnownExtracts known, Duration patience) {
        this.inner = inner;
        this.check = new ExtractCheck(inner, known);
        this.patience = patience;
    }

    @Override
    public ValidationResult validate(String name, byte[] uploadedPdf, Locale locale) {
        ValidationResult result = inner.validate(name, uploadedPdf, locale);
        return outcome(result, uploadedPdf)
                .map(found -> told(result, found, new ExtractSentences(locale)))
                .orElse(result);
    }

    @Override
    public ValidationReport report(String name, byte[] uploadedPdf, Locale locale) {
        ValidationReport report = inner.report(name, uploadedPdf, locale);
        Optional<Outcome> outcome = outcome(report.result(), uploadedPdf);
        return outcome.map(found -> new ValidationReport(
                        told(report.result(), found, new ExtractSentences(locale)),
                        report.engine(),
                        told(report.swedish(), found, new ExtractSentences(SWEDISH)),
                        told(report.english(), found, new ExtractSentences(Locale.ENGLISH))))
                .orElse(report);
    }

    @Override
    public Optional<WhatChanged> whatChanged(byte[] uploadedPdf) {
        return inner.whatChanged(uploadedPdf);
    }

    @Override
    public ValidationResult missing(String name, Locale locale) {
        return inner.missing(name, locale);
    }

    @Override
    public ValidationResult tooLarge(String name, Sha256 sha256, Locale locale) {
        return inner.tooLarge(name, sha256, locale);
    }

    @Override
    public ValidationResult refused(String name, Unreadable why, Locale locale) {
        return inner.refused(name, why, locale);
    }

    @Override
    public List<String> trusted() {
        return inner.trusted();
    }

    @Override
    public long maxBytes() {
        return inner.maxBytes();
    }

    private Optional<Outcome> outcome(ValidationResult result, byte[] pdf) {
        return result.verdict() == Verdict.UNREADABLE ? Optional.empty() : inTime(pdf, result);
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

    /** As the examination itself: a thread of its own with a deep but bounded stack, and a time limit. */
    private Optional<Outcome> inTime(byte[] pdf, ValidationResult result) {
        FutureTask<Optional<Outcome>> task = new FutureTask<>(() -> check.look(pdf, result));
        Thread thread = new Thread(null, task, "extract", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Optional.of(Outcome.only(ExtractFault.UNREADABLE));
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.of(Outcome.only(ExtractFault.TOO_SLOW));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of(Outcome.only(ExtractFault.TOO_SLOW));
        }
    }
}
