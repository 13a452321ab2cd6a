package se.justera.document;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Any text as what can be shown: composed (NFC), without control characters and invisible marks that turn the reading
 * direction, and with {@value #SUBSTITUTE} in place of each character that has no glyph. So a reader sees that something
 * stood there; the character itself stays in the embedded data.
 */
final class PrintableText implements UnaryOperator<String> {

    static final String SUBSTITUTE = "□";

    private static final int HYPHEN = 0x2010;
    private static final int NO_BREAK_HYPHEN = 0x2011;
    private static final int SOFT_HYPHEN = 0xAD;

    private final IntPredicate hasGlyph;

    private PrintableText(IntPredicate hasGlyph) {
        this.hasGlyph = hasGlyph;
    }

    /** For pages: only what the fonts have. */
    static PrintableText with(Fonts fonts) {
        return new PrintableText(fonts::haveGlyph);
    }

    /** For a browser, which has fonts for everything that XML allows. */
    static PrintableText forBrowsers() {
        return new PrintableText(c -> c != 0xFFFE && c != 0xFFFF);
    }

    @Override
    public String apply(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private void append(StringBuilder shown, int c) {
        if (c == '\n') {
            shown.append('\n');
        } else if (c == '\t' || c == 0x2028 || c == 0x2029) {
            shown.append(' ');
        } else if (c == HYPHEN || c == NO_BREAK_HYPHEN) {
            // one glyph in the typeface: whoever copies a date would get the sign that came first in the document
            shown.append('-');
        } else if (isInvisible(c)) {
            return;
        } else if (isSurrogate(c) || !hasGlyph.test(c)) {
            shown.append(Character.isSpaceChar(c) ? " " : SUBSTITUTE);
        } else {
            shown.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        return c == SOFT_HYPHEN
                || Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isSurrogate(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
