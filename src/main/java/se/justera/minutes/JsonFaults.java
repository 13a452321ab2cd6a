package se.justera.minutes;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in our own words what the JSON reader objects to, and where. */
final class JsonFaults {

    private static final int LONGEST_QUOTE = 60;

    private JsonFaults() {}

    static <T extends @Nullable Object> T explaining(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw explained(e);
        }
    }

    private static BadDraft explained(JacksonException e) {
        String at = pointer(e);
        if (e instanceof StreamConstraintsException) {
            return new BadDraft(at, BadDraft.Fault.OVER_LIMIT);
        }
        if (e instanceof StreamReadException || says(e, "Trailing token")) {
            return notJson(e, at);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new BadDraft(at, BadDraft.Fault.UNKNOWN_PROPERTY, quoted(unknown.getPropertyName()));
        }
        if (e instanceof StrictTexts.UnprintableText) {
            return new BadDraft(at, BadDraft.Fault.UNPRINTABLE);
        }
        if (e instanceof InvalidFormatException bad) {
            return new BadDraft(at, BadDraft.Fault.BAD_VALUE, quoted(String.valueOf(bad.getValue())), expected(bad));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return new BadDraft(at, BadDraft.Fault.WRONG_TYPE, expected(mismatch));
        }
        if (e instanceof DatabindException) {
            return new BadDraft(at, BadDraft.Fault.WRONG_TYPE, new BadDraft.Expected("other", ""));
        }
        return notJson(e, at);
    }

    private static BadDraft notJson(JacksonException e, String at) {
        if (says(e, "Duplicate")) {
            return new BadDraft(at, BadDraft.Fault.DUPLICATE_PROPERTY);
        }
        TokenStreamLocation where = e.getLocation();
        int line = where == null ? 0 : where.getLineNr();
        int column = where == null ? 0 : where.getColumnNr();
        return new BadDraft("", BadDraft.Fault.NOT_JSON, line, column);
    }

    /** Some faults have no exception of their own. */
    private static boolean says(JacksonException e, String beginning) {
        return String.valueOf(e.getOriginalMessage()).startsWith(beginning);
    }

    private static BadDraft.Expected expected(MismatchedInputException e) {
        Class<?> wanted = e.getTargetType();
        if (wanted == null) {
            return new BadDraft.Expected("other", "");
        }
        if (wanted.isEnum()) {
            String choices = Arrays.stream(wanted.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return new BadDraft.Expected("choice", choices);
        }
        return new BadDraft.Expected(word(wanted), "");
    }

    private static String word(Class<?> wanted) {
        if (wanted == String.class) {
            return "text";
        }
        if (wanted == Integer.class) {
            return "integer";
        }
        if (wanted == Boolean.class) {
            return "boolean";
        }
        if (wanted == LocalDate.class) {
            return "date";
        }
        if (wanted == LocalTime.class) {
            return "time";
        }
        return Collection.class.isAssignableFrom(wanted) ? "list" : "object";
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(r -> r.getPropertyName() == null
                        ? String.valueOf(r.getIndex())
                        : r.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(s -> "/" + s)
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
