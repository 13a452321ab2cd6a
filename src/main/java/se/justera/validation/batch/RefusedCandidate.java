package se.justera.validation.batch;

import java.util.Locale;
import java.util.Optional;
import se.justera.kernel.Sha256;
import se.justera.validation.Unreadable;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;

/** What is not even opened: it still gets its line. */
record RefusedCandidate(String name, Unreadable why) implements Candidate {

    @Override
    public long size() {
        return 0;
    }

    @Override
    public Optional<Sha256> sha256() {
        return Optional.empty();
    }

    @Override
    public ValidationResult judge(Validation validation, Locale locale) {
        return validation.refused(name, why, locale);
    }
}
