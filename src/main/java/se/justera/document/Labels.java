package se.justera.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that the layout adds to a draft, in Swedish or English. */
final class Labels {

    static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final ResourceBundle words;
    private final DateTimeFormatter date;
    private final String foreign;

    private Labels(ResourceBundle words, Locale locale) {
        this.words = words;
        this.foreign = locale.getLanguage().equals("sv") ? "" : locale.getLanguage();
        this.date = DateTimeFormatter.ofPattern(words.getString("date"), locale);
    }

    /** English for English readers, Swedish for all others. */
    static Labels in(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return new Labels(
                ResourceBundle.getBundle(
                        "document.labels",
                        english ? Locale.ENGLISH : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                english ? Locale.UK : SWEDISH);
    }

    /** @param values stand in for {0}, {1}… */
    String of(String key, Object... values) {
        String text = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The word for an office, a form of meeting, a kind of minutes… */
    String of(Enum<?> value) {
        return of(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** "Bo Ask, Eva Öst och Per Ek". */
    String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " " + of("and") + " " + parts.get(last);
    }

    /** The language of these words where it is not Swedish as the minutes are, else empty. */
    String foreign() {
        return foreign;
    }

    /** With weekday and the month's name. */
    String date(LocalDate day) {
        return date.format(day);
    }

    /** Within a sentence: "den 12 mars 2026". */
    String day(LocalDate day) {
        return of("day", DateTimeFormatter.ofPattern("d MMMM yyyy", SWEDISH).format(day));
    }

    /** As Swedish minutes write it: 09.00. */
    String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(of("time"), Locale.ROOT).format(time);
    }

    /** The text with a capital first letter, for the start of a line. */
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(SWEDISH) + text.substring(1);
    }
}
