package se.justera.validation.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.justera.validation.ValidationResult;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.Verdict;
import se.justera.validation.Versions;
import se.justera.validation.engine.SimpleReportHtml;

/**
 * What the page shows of a report.
 *
 * @param tone of the verdict's colour: good, warn, bad or none
 * @param simpleReport DSS's own, as a fragment of HTML
 * @param validated when, in Stockholm
 */
public record ReportModel(
        ValidationResult result,
        String tone,
        List<SignatureLine> signatures,
        List<SignatureLine> timestamps,
        ChangesAfter changes,
        @Nullable String simpleReport,
        String validated,
        List<String> trusted,
        Versions versions) {

    private static final int NAMED = 5;

    /** What a verdict rests on: the time, whom we trust, and the programs. */
    record Ground(Instant at, List<String> trusted, Versions versions) {}

    static ReportModel of(ValidationResult result, @Nullable String simpleReport, Ground ground, Locale locale) {
        return new ReportModel(
                result,
                tone(result.verdict()),
                result.signatures().stream()
                        .map(signature -> SignatureLine.of(signature, locale))
                        .toList(),
                result.timestamps().stream()
                        .map(timestamp -> SignatureLine.of(timestamp, locale))
                        .toList(),
                worst(result),
                simpleReport == null ? null : SimpleReportHtml.of(simpleReport),
                SignatureLine.time(ground.at(), locale),
                ground.trusted(),
                ground.versions());
    }

    static String tone(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "good";
            case INTACT_UNTRUSTED, INDETERMINATE -> "warn";
            case INVALID, MODIFIED, UNREADABLE -> "bad";
            case UNSIGNED -> "none";
        };
    }

    /** Of all that came after the signatures, the worst. */
    private static ChangesAfter worst(ValidationResult result) {
        return result.signatures().stream()
                .map(ValidationResult.SignatureResult::changesAfter)
                .max(ChangesAfter::compareTo)
                .orElse(ChangesAfter.NONE);
    }

    /** The anchors as they fit on a page: all, or the first of a long list. */
    public List<String> trustedNames() {
        return trusted.size() <= NAMED ? trusted : trusted.subList(0, NAMED);
    }

    /** What was seen besides what the sentence says. */
    public List<String> findings() {
        return Findings.besides(result);
    }

    /** How many more are trusted than {@link #trustedNames()} tells. */
    public int trustedBesides() {
        return trusted.size() - trustedNames().size();
    }
}
