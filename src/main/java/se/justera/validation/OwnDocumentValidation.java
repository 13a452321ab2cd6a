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
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.own.Beginnings;
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

    private static final Set<Verdict> COPIES = EnumSet.of(Verdict.UNSIGNED, Verdict.INVALID, Verdict.MODIFIED);

    private final OwnDocuments own;

    OwnDocumentValidation(Validation inner, OwnDocuments own, Duration patience) {
        super(inner, patience);
        this.own = own;
    }

    /** What is known of a file: that it is or begins with a revision of ours, or of what it shows the code or the text. */
    private record Known(
            @Nullable StoredRevision revision,
            @Nullable AdjustedDocument insteadOf,
            @Nullable StoredRevision beginning,
            List<AdjustedDocument> shown,
            boolean scanned,
            @Nullable AdjustedDocument sameText) {

        static Known of(StoredRevision revision) {
            return new Known(revision, null, null, List.of(), false, null);
        }

        static Known superseded(AdjustedDocument adjusted) {
            return new Known(null, adjusted, null, List.of(), false, null);
        }

        static Known begunAs(StoredRevision revision) {
            return new Known(null, null, revision, List.of(), false, null);
        }

        static Known printed(List<AdjustedDocument> shown, boolean scanned) {
            return new Known(null, null, null, shown, scanned, null);
        }

        static Known copied(AdjustedDocument sameText) {
            return new Known(null, null, null, List.of(), false, sameText);
        }
    }

    @Override
    public ValidationResult validate(String name, byte[] uploadedPdf, Locale locale) {
        ValidationResult result = super.validate(name, uploadedPdf, locale);
        return told(result, known(result, uploadedPdf), locale);
    }

    /** What is known of our own documents does not change it, and looking for printed codes takes long. */
    @Override
    public Verdict verdict(byte[] pdf) {
        return inner.verdict(pdf);
    }

    @Override
    public Verdict verdictOfNext(byte[] known, byte[] made) {
        return inner.verdictOfNext(known, made);
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
        if (pdf.length == 0) {
            return Known.printed(List.of(), false);
        }
        Sha256 hash = Sha256.of(pdf);
        return own.revisionWith(hash)
                .map(Known::of)
                .or(() -> own.insteadOf(hash).map(Known::superseded))
                .or(() -> beginning(result, pdf).map(Known::begunAs))
                .orElseGet(() -> printed(result, pdf));
    }

    /** The longest beginning that is a revision of ours. */
    private Optional<StoredRevision> beginning(ValidationResult result, byte[] pdf) {
        return result.signatures().isEmpty()
                ? Optional.empty()
                : Beginnings.of(pdf).stream()
                        .flatMap(hash -> own.revisionWith(hash).stream())
                        .findFirst();
    }

    private Known printed(ValidationResult result, byte[] pdf) {
        if (!NOT_OURS.contains(result.verdict()) && !signedByOthers(result)) {
            return Known.printed(List.of(), false);
        }
        PrintedCodes codes = inTime("codes", () -> PrintedCodes.of(pdf), PrintedCodes.none(), PrintedCodes.none());
        List<AdjustedDocument> shown = codes.codes().stream()
                .flatMap(code -> own.withCode(code).stream())
                .limit(MOST_TOLD)
                .toList();
        Optional<AdjustedDocument> sameText =
                shown.isEmpty() && !codes.scanned() ? sameText(result, pdf) : Optional.empty();
        return sameText.map(Known::copied)
                .orElseGet(() -> Known.printed(shown, codes.scanned() && result.verdict() == Verdict.UNSIGNED));
    }

    /** Of what nobody's signature holds for; reading whole texts takes long. */
    private Optional<AdjustedDocument> sameText(ValidationResult result, byte[] pdf) {
        if (!COPIES.contains(result.verdict()) || !own.knowTexts()) {
            return Optional.empty();
        }
        TextMarks nothing = new TextMarks(Set.of());
        TextMarks text = inTime("text", () -> TextMarks.of(pdf), nothing, nothing);
        return text.values().isEmpty() ? Optional.empty() : own.withText(text);
    }

    /** Minutes that people signed, as nobody's archive has them; extracts and reports have only a seal. */
    private static boolean signedByOthers(ValidationResult result) {
        return result.verdict() != Verdict.UNREADABLE
                && result.signatures().stream().anyMatch(signature -> signature.kind() == Kind.SIGNATURE);
    }

    private static ValidationResult told(ValidationResult result, Known known, Locale locale) {
        var sentences = new OwnDocumentSentences(locale);
        var warnings = new ArrayList<>(result.warnings());
        StoredRevision revision = known.revision();
        if (revision != null && !revision.isNewest()) {
            warnings.add(sentences.older(revision));
        }
        Optional.ofNullable(known.insteadOf()).map(sentences::superseded).ifPresent(warnings::add);
        Optional.ofNullable(known.beginning()).map(sentences::continued).ifPresent(warnings::add);
        boolean unsigned = result.verdict() == Verdict.UNSIGNED;
        known.shown()
                .forEach(document -> warnings.add(unsigned ? sentences.copy(document) : sentences.unknown(document)));
        Optional.ofNullable(known.sameText()).map(sentences::sameText).ifPresent(warnings::add);
        if (known.scanned()) {
            warnings.add(sentences.scanned());
        }
        return result.withWarnings(warnings);
    }
}
