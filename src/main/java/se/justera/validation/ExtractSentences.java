package se.justera.validation;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import se.justera.document.extract.Extract;
import se.justera.validation.extract.ExtractCheck.Outcome;
import se.justera.validation.extract.ExtractFault;

/** The plain sentences about an extract, in Swedish or English. */
final class ExtractSentences {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int LONGEST_NAME = 60;
    private static final int MOST_NAMES = 12;

    private final ResourceBundle texts;
    private final Locale locale;

    ExtractSentences(Locale locale) {
        this.locale = locale.getLanguage().equals("sv") ? Locale.forLanguageTag("sv") : Locale.ENGLISH;
        this.texts = ResourceBundle.getBundle("messages/validation", this.locale, NO_FALLBACK);
    }

    /** Why the whole file is not valid. */
    String reason(ExtractFault fault) {
        return text("extract.reason." + fault.verdict(), text("extract.fault." + fault));
    }

    /** What a valid extract proves. */
    String valid(Outcome outcome) {
        return text(outcome.original() ? "extract.valid.original" : "extract.valid.alone");
    }

    /** Faults, then what the extract is of, and what it was compared with. */
    List<String> notes(Outcome outcome) {
        var notes = new ArrayList<String>();
        outcome.faults().forEach(fault -> notes.add(sentence(text("extract.fault." + fault))));
        Extract extract = outcome.extract();
        if (extract != null) {
            notes.add(text("extract.note.of", names(extract), extract.title()));
            boolean proved = outcome.faults().isEmpty();
            if (proved) {
                notes.add(text(
                        outcome.original() ? "extract.note.original" : "extract.note.alone",
                        extract.original().sha256().hex()));
            }
        }
        return notes;
    }

    private String names(Extract extract) {
        List<String> names = extract.names();
        String first = names.stream().limit(MOST_NAMES).map(this::shortened).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? text("extract.note.more", first, names.size() - MOST_NAMES) : first;
    }

    private String shortened(String name) {
        return name.isEmpty()
                ? text("extract.note.unnamed")
                : name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
