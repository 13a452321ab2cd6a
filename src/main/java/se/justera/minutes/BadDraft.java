package se.justera.minutes;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A JSON text that is no draft. It says where ({@link #pointer()}, RFC 6901, empty for the whole) and why, in one
 * sentence.
 */
public final class BadDraft extends RuntimeException {

    private final String pointer;
    private final Fault fault;
    private final transient List<Object> details;

    BadDraft(String pointer, Fault fault, Object... details) {
        super(sentence(pointer, fault, List.of(details), Locale.ENGLISH));
        this.pointer = pointer;
        this.fault = fault;
        this.details = List.of(details);
    }

    /** What is wrong. */
    public enum Fault {
        TOO_LARGE,
        NOT_JSON,
        OVER_LIMIT,
        TOO_MUCH,
        UNKNOWN_PROPERTY,
        DUPLICATE_PROPERTY,
        WRONG_TYPE,
        BAD_VALUE,
        UNPRINTABLE
    }

    /** Where in the text, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }

    /** What kind of fault it is. */
    public Fault fault() {
        return fault;
    }

    /** The sentence in English for English readers, in Swedish for all others. */
    public String sentence(Locale locale) {
        return sentence(pointer, fault, details, locale);
    }

    private static String sentence(String pointer, Fault fault, List<Object> details, Locale locale) {
        Locale ours = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("sv");
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages.draft",
                ours,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] arguments = details.stream()
                .map(d -> d instanceof Expected expected ? expected.in(bundle) : d)
                .toArray();
        String sentence = new MessageFormat(bundle.getString(fault.name()), ours).format(arguments);
        return pointer.isEmpty() ? sentence : pointer + ": " + sentence;
    }

    /** What should have stood there: a word of the bundle, or the values to choose from. */
    record Expected(String word, String choices) {

        String in(ResourceBundle bundle) {
            return MessageFormat.format(bundle.getString("expected." + word), choices);
        }
    }
}
