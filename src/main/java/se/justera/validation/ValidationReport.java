package se.justera.validation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.justera.validation.OwnDocuments.StoredRevision;
import se.justera.validation.engine.EngineReports;

/**
 * A result, and DSS's reports behind it, which agree with it.
 *
 * @param result in the language asked for
 * @param swedish the same result in Swedish
 * @param english the same result in English
 * @param own which stored revision of our own adjusted documents the file is; null if it is none
 */
public record ValidationReport(
        ValidationResult result,
        EngineReports engine,
        ValidationResult swedish,
        ValidationResult english,
        @Nullable StoredRevision own) {

    /** Of a file that is none of our own. */
    ValidationReport(
            ValidationResult result, EngineReports engine, ValidationResult swedish, ValidationResult english) {
        this(result, engine, swedish, english, null);
    }

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
