package se.justera.validation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;

/** The plain sentences of a result, in Swedish or English. */
final class Sentences {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale locale;

    private Sentences(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle("messages/validation", locale, NO_FALLBACK);
    }

    static Sentences in(Locale locale) {
        boolean swedish = locale.getLanguage().equals("sv");
        return new Sentences(swedish ? Locale.forLanguageTag("sv") : Locale.ENGLISH);
    }

    Locale locale() {
        return locale;
    }

    String unreadable(Unreadable why, Object... arguments) {
        return text("unreadable." + why, arguments);
    }

    /** What is wrong, as a clause without a full stop. */
    String clause(Finding finding) {
        String key = "fault." + finding.fault();
        return finding.page() > 0 && texts.containsKey(key + ".page") ? text(key + ".page", finding.page()) : text(key);
    }

    /** What is wrong, as a sentence. */
    String warning(Finding finding) {
        String clause = clause(finding);
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    /** That trusted lists were not there to be asked. */
    String missing(List<String> lists) {
        return text("lists.missing", String.join(", ", lists));
    }

    /** The sentence for the whole file. */
    String verdict(Verdict verdict, List<SignatureResult> signatures, @Nullable Finding worst) {
        return switch (verdict) {
            case UNSIGNED -> text("verdict.UNSIGNED");
            case VALID -> text("verdict.VALID", whoSigned(signatures), afterWhat(signatures));
            case INTACT_UNTRUSTED -> text("verdict.INTACT_UNTRUSTED", whoSigned(signatures), afterWhat(signatures));
            default -> text("verdict." + verdict, worst == null ? "" : doubt(worst, signatures));
        };
    }

    private String doubt(Finding worst, List<SignatureResult> signatures) {
        return signatures.stream()
                .map(SignatureResult::subIndication)
                .filter(why -> worst.fault() == Fault.INDETERMINATE && why != null && texts.containsKey("doubt." + why))
                .findFirst()
                .map(why -> text("doubt." + why))
                .orElseGet(() -> clause(worst));
    }

    private String whoSigned(List<SignatureResult> signatures) {
        long people = signatures.stream()
                .filter(signature -> signature.kind() == Kind.SIGNATURE)
                .count();
        long seals = signatures.size() - people;
        if (people == 0) {
            return text("who.sealed");
        }
        return text(seals == 0 ? "who.signed" : "who.sealedAndSigned", counted("people", people));
    }

    private String afterWhat(List<SignatureResult> signatures) {
        boolean sealedOnly = signatures.stream().allMatch(signature -> signature.kind() == Kind.SEAL);
        return text(sealedOnly ? "after.seal" : signatures.size() == 1 ? "after.one" : "after.many");
    }

    private String counted(String what, long number) {
        String key = what + "." + number;
        return texts.containsKey(key) ? text(key) : text(what + ".many", number);
    }

    private String text(String key, Object... arguments) {
        try {
            return new MessageFormat(texts.getString(key), locale).format(arguments);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no text for " + key, e);
        }
    }
}
