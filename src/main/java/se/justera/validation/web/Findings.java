package se.justera.validation.web;

import java.util.List;
import java.util.Locale;
import se.justera.validation.ValidationResult;

/** What was seen of a file besides what its one sentence says. */
final class Findings {

    private Findings() {}

    /** In the order of the result, worst first. */
    static List<String> besides(ValidationResult result) {
        String said = result.reason().toLowerCase(Locale.ROOT);
        return result.warnings().stream()
                .filter(warning -> !said.contains(clause(warning)))
                .toList();
    }

    private static String clause(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
