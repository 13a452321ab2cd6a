package se.justera.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes well-formed XHTML: whatever is given as text or attribute value comes out as text, and no heading is more than
 * one level below the one before it (ISO 14289-1, 7.4.2). A heading of invisible characters alone shows a square: the
 * layout would leave it out, and the next one would skip a level.
 */
final class Markup {

    private static final int LOWEST_LEVEL = 6;
    private static final Set<String> ON_LINES_OF_THEIR_OWN = Set.of("p", "li", "tr", "br", "div");
    private static final int LETTERS_A_LINE = 95;

    private final StringBuilder out = new StringBuilder(16_384);
    private final Deque<String> open = new ArrayDeque<>();
    private final UnaryOperator<String> printable;
    private final Deque<Integer> begun = new ArrayDeque<>();
    private int headingLevel = LOWEST_LEVEL;
    private int written;
    private int lastElement;

    Markup(UnaryOperator<String> printable) {
        this.printable = printable;
    }

    /** @param attributes names and values in turn; those without a value are left out */
    Markup open(String element, String... attributes) {
        String levelled = levelled(element);
        start(levelled, attributes);
        out.append('>');
        open.push(levelled);
        begun.push(written);
        written += ON_LINES_OF_THEIR_OWN.contains(levelled) ? LETTERS_A_LINE : 0;
        return this;
    }

    /** About how many lines of a page the element takes that was closed last; an entry, row or paragraph has one at least. */
    int linesOfTheLastElement() {
        return lastElement / LETTERS_A_LINE;
    }

    /** The first heading may have any level. */
    private String levelled(String element) {
        if (!isHeading(element)) {
            return element;
        }
        headingLevel = Math.min(element.charAt(1) - '0', headingLevel + 1);
        return "h" + headingLevel;
    }

    private static boolean isHeading(String element) {
        return element.length() == 2 && element.charAt(0) == 'h' && Character.isDigit(element.charAt(1));
    }

    Markup empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    Markup close() {
        String element = open.pop();
        if (isHeading(element) && written == begun.getFirst()) {
            out.append(PrintableText.SUBSTITUTE);
        }
        out.append("</").append(element).append('>');
        lastElement = written - begun.pop();
        return this;
    }

    Markup text(String text) {
        String printed = printable.apply(text);
        escape(printed);
        written += printed.length();
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(printable.apply(attributes[i + 1]));
                out.append('"');
            }
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
