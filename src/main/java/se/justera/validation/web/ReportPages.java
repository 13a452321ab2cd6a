package se.justera.validation.web;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.validation.Validation;
import se.justera.validation.ValidationReport;
import se.justera.validation.ValidationResult;
import se.justera.validation.Versions;

/** From a report to what a page shows of it: with what was trusted, when, and by which programs. */
@Component
class ReportPages {

    private final Validation validation;
    private final Clock clock;
    private final Versions versions = Versions.running();

    ReportPages(Validation validation, Clock clock) {
        this.validation = validation;
        this.clock = clock;
    }

    /** What a verdict given now rests on. */
    ReportModel.Ground ground() {
        return new ReportModel.Ground(clock.instant(), validation.trusted(), versions);
    }

    ReportModel model(ValidationReport report, Locale locale) {
        return model(report.result(), report.simple().orElse(null), ground(), locale);
    }

    ReportModel model(
            ValidationResult result, @Nullable String simpleReport, ReportModel.Ground ground, Locale locale) {
        return ReportModel.of(result, simpleReport, ground, locale);
    }
}
