package se.justera.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Sha256;
import se.justera.validation.OwnDocuments.StoredRevision;
import se.justera.validation.own.PrintedCodes;

/**
 * Validates as another validation does, and tells of our own documents what the archive knows besides: that a file is an
 * older revision, or only a copy. The verdict stays.
 */
final class OwnDocumentValidation extends PassedOn {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final int MOST_TOLD = 3;

    /** What our own documents never are once they are adjusted; a copy of one may be. */
    private static final Set<Verdict> NOT_OURS =
            EnumSet.of(Verdict.UNSIGNED, Verdict.INVALID, Verdict.MODIFIED, Verdict.INTACT_UNTRUSTED);

    private final OwnDocuments own;

    OwnDocumentValidation(Validation inner, OwnDocuments own, Duration patience) {
        super(inner, patience);
        this.own = own;
    }

    /** What is known of a file: that it is a revision of ours, or of what it shows the codes. */
    private record Known(@Nullable StoredRevision revision, List<AdjustedDocument> shown) {}

    @Override
    public ValidationResult validate(String name, byte[] uploadedPdf, Locale locale) {
        ValidationResult result = super.validate(name, uploadedPdf, locale);
        return told(result, known(result, uploadedPdf), locale);
    }

    @Override
    public ValidationReport report(String name, byte[] uploadedPdf, Locale locale) {
        ValidationReport report = super.report(name, uploadedPdf, locale);
        Known known = known(report.result(), uploadedPdf);
        return new ValidationReport(
                told(report.result(), known, locale),
                report.engine(),
                told(report.swedish(), known, SWEDISH),
                told(report.english(), known, Locale.ENGLISH),
                known.revision());
    }

    private Known known(ValidationResult result, byte[] pdf) {
        Optional<StoredRevision> revision = pdf.length == 0 ? Optional.empty() : own.revisionWith(Sha256.of(pdf));
        return revision.map(stored -> new Known(stored, List.of()))
                .orElseGet(() -> new Known(null, NOT_OURS.contains(result.verdict()) ? shown(pdf) : List.of()));
    }

    private List<AdjustedDocument> shown(byte[] pdf) {
        return inTime("codes", () -> PrintedCodes.of(pdf), Set.<String>of(), Set.<String>of()).stream()
                .flatMap(code -> own.withCode(code).stream())
                .limit(MOST_TOLD)
                .toList();
    }

    private static ValidationResult told(ValidationResult result, Known known, Locale locale) {
        var sentences = new OwnDocumentSentences(locale);
        var warnings = new ArrayList<>(result.warnings());
        StoredRevision revision = known.revision();
        if (revision != null && !revision.isNewest()) {
            warnings.add(sentences.older(revision));
        }
        boolean unsigned = result.verdict() == Verdict.UNSIGNED;
        known.shown()
                .forEach(document -> warnings.add(unsigned ? sentences.copy(document) : sentences.unknown(document)));
        return result.withWarnings(warnings);
    }
}
