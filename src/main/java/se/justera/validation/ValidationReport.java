package se.justera.validation;

import java.util.Optional;

/**
 * A result and DSS's reports as XML, absent where the file is unreadable or has no signature.
 *
 * @param simple DSS simple report
 * @param etsi ETSI TS 119 102-2 validation report
 */
public record ValidationReport(ValidationResult result, Optional<String> simple, Optional<String> etsi) {}
