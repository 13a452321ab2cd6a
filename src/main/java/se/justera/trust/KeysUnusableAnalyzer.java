package se.justera.trust;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence, without a stack trace, why the service does not start. */
class KeysUnusableAnalyzer extends AbstractFailureAnalyzer<KeysUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysUnusable cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Mend the settings under justera.trust and start again.", cause);
    }
}
