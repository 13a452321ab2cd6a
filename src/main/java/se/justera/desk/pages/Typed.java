package se.justera.desk.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form or of one of its rows, understood one by one; what cannot be understood is noted and the rest
 * goes on.
 *
 * @param place begins the ids of these fields on the page, e.g. {@code items-3-}
 * @param misread collects what could not be understood
 */
record Typed(String place, Map<String, String> fields, List<Misread> misread) {

    /**
     * A field that could not be understood.
     *
     * @param field its id on the page
     * @param message key of the sentence that says how to mend it
     */
    record Misread(String field, String message) {}

    /** What was there before if the field still says the same, else what it says now; null if it is empty. */
    @Nullable
    String text(String name, @Nullable String before) {
        String now = said(name);
        if (now.equals(DraftAsForm.line(before))) {
            return before;
        }
        return now.isEmpty() ? null : now;
    }

    @Nullable
    Integer number(String name) {
        return read(name, "desk.form.error.number", Integer::valueOf);
    }

    @Nullable
    LocalDate date(String name) {
        return read(name, "desk.form.error.date", LocalDate::parse);
    }

    @Nullable
    LocalTime time(String name) {
        return read(name, "desk.form.error.time", text -> LocalTime.parse(text.replace('.', ':')));
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        return read(name, "desk.form.error.choice", text -> Enum.valueOf(choices, text));
    }

    /** A tick: true or absent, unless the draft had said an explicit false. */
    @Nullable
    Boolean tick(String name, @Nullable Boolean before) {
        if (said(name).equals("true")) {
            return true;
        }
        return Boolean.FALSE.equals(before) ? before : null;
    }

    private <T> @Nullable T read(String name, String message, Function<String, T> reader) {
        String now = said(name);
        if (now.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(now);
        } catch (DateTimeException | IllegalArgumentException e) {
            misread.add(new Misread(place + name.replace('.', '-'), message));
            return null;
        }
    }

    private String said(String name) {
        return DraftAsForm.line(fields.get(name));
    }
}
