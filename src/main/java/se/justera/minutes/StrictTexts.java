package se.justera.minutes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads JSON strings as what they must be: printable text, a day, a time of day, and JSON numbers as whole ones. Nothing else becomes one of these. */
final class StrictTexts {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(?::00)?");

    private StrictTexts() {}

    /**
     * Text without control characters and halves of characters, which neither a database nor a font can hold. A
     * property that is empty is unknown, as one that is absent: so what is written reads the same again.
     */
    static final class Text extends ValueDeserializer<String> {

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = string(parser, String.class);
            if (!isPrintable(text)) {
                throw new UnprintableText(parser);
            }
            return text.isEmpty() && parser.streamReadContext().inObject() ? null : text;
        }

        private static boolean isPrintable(String text) {
            return text.codePoints()
                    .allMatch(c -> isBreak(c) || (c >= 0x20 && Character.getType(c) != Character.SURROGATE));
        }

        private static boolean isBreak(int c) {
            return c == '\n' || c == '\t' || c == '\r';
        }
    }

    static final class Date extends ValueDeserializer<LocalDate> {

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = string(parser, LocalDate.class);
            try {
                if (DATE.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException noSuchDay) {
                throw new InvalidFormatException(parser, "no such day", text, LocalDate.class);
            }
            throw new InvalidFormatException(parser, "no date", text, LocalDate.class);
        }
    }

    static final class Time extends ValueDeserializer<LocalTime> {

        @Override
        public LocalTime deserialize(JsonParser parser, DeserializationContext context) {
            String text = string(parser, LocalTime.class);
            try {
                if (TIME.matcher(text).matches()) {
                    return LocalTime.parse(text);
                }
            } catch (DateTimeException noSuchTime) {
                throw new InvalidFormatException(parser, "no such time", text, LocalTime.class);
            }
            throw new InvalidFormatException(parser, "no time", text, LocalTime.class);
        }
    }

    /** A whole number of four bytes; 5.0 is one too, as in JSON Schema. */
    static final class Whole extends ValueDeserializer<Integer> {

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                throw MismatchedInputException.from(parser, Integer.class, "not a number");
            }
            double number = parser.getDoubleValue();
            if (number != Math.rint(number) || number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
                throw new InvalidFormatException(parser, "no such number", parser.getString(), Integer.class);
            }
            return (int) number;
        }
    }

    /** A text with a character that cannot be printed. */
    static final class UnprintableText extends MismatchedInputException {

        UnprintableText(JsonParser parser) {
            super(parser, "unprintable");
        }
    }

    private static String string(JsonParser parser, Class<?> wanted) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw MismatchedInputException.from(parser, wanted, "not a string");
        }
        return parser.getString();
    }
}
