package se.justera.validation.batch;

import java.util.Locale;
import java.util.Optional;
import se.justera.kernel.Sha256;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/** One thing to validate; its bytes are read when it is its turn. */
public interface Candidate {

    /** From here on a file counts as large: only one such is in memory at a time. */
    long LARGE = 8L << 20;

    /** As it stands in the result. */
    String name();

    /** How many bytes it says it has. */
    long size();

    /** Of its bytes; absent where they cannot be read, or are not worth reading. */
    Optional<Sha256> sha256();

    ValidationResult judge(Validation validation, Locale locale);
}
