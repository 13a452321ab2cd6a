package se.justera.document;

import java.util.Set;

/**
 * The Markdown that running text may have: {@code *emphasis*}, {@code **strong**}, {@code [words](address)}, footnote
 * marks {@code [^1]}, a backslash before a sign that is meant as such, and line breaks. A link that nobody could follow
 * is its words. Everything else, HTML too, is text. Takes time linear in the length of the text.
 */
final class InlineText {

    private static final int DEEPEST = 6;
    private static final int LONGEST_MARK = 20;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final String AFTER_CALLS = ".,;:!?)”\"";
    private static final String ESCAPABLE = "\\`*_{}[]()#+-.!|<>~";

    private final Markup out;
    private final Set<String> marks;
    private final Inlines inlines;

    /** @param marks the footnote marks that have a note */
    InlineText(Markup out, Set<String> marks, Inlines inlines) {
        this.out = out;
        this.marks = marks;
        this.inlines = inlines;
    }

    /** Plain text so that it means itself where Markdown is expected. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> escaped.append("\\*[".indexOf(c) < 0 ? "" : "\\").append((char) c));
        return escaped.toString();
    }

    /** The same, with the calls of notes as such. */
    static String escapedButCalls(String text) {
        return escaped(text).replace("\\[^", "[^");
    }

    void write(String text) {
        new Run(text.replace("\r\n", "\n").replace('\r', '\n').strip(), 0).write();
    }

    /** One stretch of text at one depth of emphasis. */
    private final class Run {

        private final String text;
        private final int depth;
        private final StringBuilder plain = new StringBuilder();
        private boolean noMoreStrong;
        private boolean noMoreEmphasis;
        private boolean noMoreBrackets;
        private int nextClosing = -1;

        Run(String text, int depth) {
            this.text = text;
            this.depth = depth;
        }

        void write() {
            int at = 0;
            while (at < text.length()) {
                at = step(at);
            }
            flush();
        }

        private int step(int at) {
            int next = switch (text.charAt(at)) {
                case '\\' -> escaped(at);
                case '*' -> emphasis(at);
                case '[' -> bracket(at);
                case '\n' -> lineBreak(at);
                default -> at;
            };
            if (next == at) {
                plain.append(text.charAt(at));
                return at + 1;
            }
            return next;
        }

        private int escaped(int at) {
            if (at + 1 == text.length() || ESCAPABLE.indexOf(text.charAt(at + 1)) < 0) {
                return at;
            }
            plain.append(text.charAt(at + 1));
            return at + 2;
        }

        private int lineBreak(int at) {
            flush();
            out.empty("br");
            return at + 1;
        }

        private int emphasis(int at) {
            boolean strong = text.startsWith("**", at);
            if (depth == DEEPEST || (strong ? noMoreStrong : noMoreEmphasis)) {
                return at;
            }
            String sign = strong ? "**" : "*";
            int from = at + sign.length();
            if (from >= text.length() || Character.isWhitespace(text.charAt(from))) {
                return at;
            }
            int end = closing(sign, from);
            if (end < 0) {
                noMoreStrong |= strong;
                noMoreEmphasis |= !strong;
                return at;
            }
            nested(strong ? "strong" : "em", text.substring(from, end));
            return end + sign.length();
        }

        /** Where a sign follows a letter and is not half or twice another sign; -1 if nowhere. */
        private int closing(String sign, int from) {
            for (int at = from; at < text.length(); at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                } else if (text.charAt(at) == '*') {
                    int length = stars(at);
                    boolean closes = at > from && !Character.isWhitespace(text.charAt(at - 1));
                    if (closes && (length == sign.length() || length == 3)) {
                        return at + length - sign.length();
                    }
                    at += length - 1;
                }
            }
            return -1;
        }

        private int stars(int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) == '*') {
                at++;
            }
            return at - from;
        }

        private int bracket(int at) {
            if (noMoreBrackets) {
                return at;
            }
            if (nextClosing < at) {
                nextClosing = text.indexOf(']', at);
            }
            int end = nextClosing;
            if (end < 0) {
                noMoreBrackets = true;
                return at;
            }
            if (text.startsWith("[^", at)) {
                return footnote(at, end);
            }
            boolean addressed = text.startsWith("](", end) && text.lastIndexOf('[', end) == at;
            return addressed ? hyperlink(at, end) : at;
        }

        private int footnote(int at, int end) {
            String mark = end - at > LONGEST_MARK ? "" : text.substring(at + 2, end);
            if (!marks.contains(mark)) {
                return at;
            }
            if (!inlines.tiesCalls()) {
                flush();
                inlines.footnoteCall(out, mark);
                return end + 1;
            }
            return tied(mark, end + 1);
        }

        /** A call between the word before it and the signs after it. */
        private int tied(String mark, int from) {
            int word = plain.length();
            while (word > 0 && !Character.isWhitespace(plain.charAt(word - 1))) {
                word--;
            }
            String before = plain.substring(word);
            plain.setLength(word);
            flush();
            int to = from;
            while (to < text.length() && AFTER_CALLS.indexOf(text.charAt(to)) >= 0) {
                to++;
            }
            inlines.tiedCall(out, before, mark, text.substring(from, to));
            return to;
        }

        private int hyperlink(int at, int middle) {
            int end = text.indexOf(')', middle);
            if (end < 0) {
                noMoreBrackets = true;
                return at;
            }
            if (end - middle > LONGEST_ADDRESS) {
                return at;
            }
            String words = text.substring(at + 1, middle);
            String address = text.substring(middle + 2, end);
            var found = Hyperlink.of(words, address);
            if (found.isPresent()) {
                flush();
                inlines.link(out, found.get());
                return end + 1;
            }
            if (inlines.keepsDeadLinks() || words.isBlank() || !Hyperlink.leadsNowhere(address)) {
                return at;
            }
            plain.append(words);
            return end + 1;
        }

        private void nested(String element, String inner) {
            flush();
            out.open(element);
            new Run(inner, depth + 1).write();
            out.close();
        }

        private void flush() {
            if (!plain.isEmpty()) {
                inlines.plain(out, plain.toString());
                plain.setLength(0);
            }
        }
    }
}
