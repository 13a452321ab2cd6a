package se.justera.intake;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this module, in Swedish or, for English readers, in English. */
final class Wording {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Locale locale;
    private final ResourceBundle bundle;

    Wording(Locale locale) {
        this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : SWEDISH;
        this.bundle = ResourceBundle.getBundle(
                "messages.intake",
                this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The remark of that key: its text is {@code key}, its hint {@code key.hint}. */
    Remark remark(String at, Remark.Severity severity, String key, Object... arguments) {
        return new Remark(at, severity, text(key, arguments), text(key + ".hint", arguments));
    }

    NotADraft refusal(String key, Object... arguments) {
        return new NotADraft(text(key, arguments));
    }
}
