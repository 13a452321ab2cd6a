package se.justera.validation;

import java.util.Optional;
import se.justera.validation.engine.EngineReports;

/**
 * A result, and DSS's reports behind it, which agree with it.
 *
 * @param result in the language asked for
 * @param swedish the same result in Swedish
 * @param english the same result in English
 */
public record ValidationReport(
        ValidationResult result, EngineReports engine, ValidationResult swedish, ValidationResult english) {

    /** DSS simple report as XML; absent where the file is unreadable or has no signature. */
    public Optional<String> simple() {
        return ifSigned(EngineReports.Kind.SIMPLE);
    }

    /** ETSI TS 119 102-2 validation report as XML; absent where the file is unreadable or has no signature. */
    public Optional<String> etsi() {
        return ifSigned(EngineReports.Kind.ETSI);
    }

    private Optional<String> ifSigned(EngineReports.Kind kind) {
        return engine.signed() ? Optional.of(engine.xml(kind)) : Optional.empty();
    }
}
