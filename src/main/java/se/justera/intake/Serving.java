package se.justera.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What minutes say of whether a substitute served in a member's place (KL 5:66). */
final class Serving {

    private static final Pattern NOT = Pattern.compile("(?:ej|icke|inte)[ -]?(?:tj|tjg)");

    private Serving() {}

    /** True for "tjänstgörande ersättare", false for "ej tjg. ers.", empty where the text says neither. */
    static Optional<Boolean> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.contains("tjänstg") && !lower.contains("tjg") && !lower.contains("tj.")) {
            return Optional.empty();
        }
        return Optional.of(!NOT.matcher(lower).find());
    }
}
