package se.justera.validation.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.justera.validation.ValidationReport;
import se.justera.validation.ValidationResult;
import se.justera.validation.engine.SimpleReportHtml;

/**
 * What the page shows of a report.
 *
 * @param tone of the verdict's colour: good, warn, bad or none
 * @param simpleReport DSS's own, as a fragment of HTML
 */
public record ReportModel(
        ValidationResult result,
        String tone,
        List<SignatureLine> signatures,
        List<SignatureLine> timestamps,
        @Nullable String simpleReport) {

    static ReportModel of(ValidationReport report, Locale locale) {
        ValidationResult result = report.result();
        String tone = switch (result.verdict()) {
            case VALID -> "good";
            case INTACT_UNTRUSTED, INDETERMINATE -> "warn";
            case INVALID, MODIFIED, UNREADABLE -> "bad";
            case UNSIGNED -> "none";
        };
        return new ReportModel(
                result,
                tone,
                result.signatures().stream()
                        .map(signature -> SignatureLine.of(signature, locale))
                        .toList(),
                result.timestamps().stream()
                        .map(timestamp -> SignatureLine.of(timestamp, locale))
                        .toList(),
                report.simple().map(SimpleReportHtml::of).orElse(null));
    }
}
