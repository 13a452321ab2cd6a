package se.justera;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing instead of showing a stack trace. */
final class NotReadyForProductionAnalyzer extends AbstractFailureAnalyzer<NotReadyForProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotReadyForProduction cause) {
        return new FailureAnalysis(
                "Justera does not start with the profile production, because it lacks:\n- "
                        + String.join("\n- ", cause.missing()),
                "Set these (docs/operations.md), or start without the profile production to try the demo.",
                cause);
    }
}
