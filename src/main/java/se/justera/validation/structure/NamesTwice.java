package se.justera.validation.structure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dictionaries in which a name stands twice. They mean nothing (ISO 32000-2, 7.3.7), and one reader takes the first where
 * another takes the last.
 */
final class NamesTwice {

    private static final String DELIMITERS = "()<>[]{}/%";
    /** A product writes both, and there is nothing to see in either. */
    private static final Pattern SIGNATURE = Pattern.compile("[\\s\\x00]*/(?:Sig|DocTimeStamp)(?=[\\s\\x00/>(\\[<])");

    /** A name, number, reference or plain string; what is longer is not compared. */
    private static final Pattern VALUE = Pattern.compile(
            "[\\s\\x00]*(/[^\\s\\x00()<>\\[\\]{}/%]+|[\\w.+-]+(?: \\d+ R)?|\\([^()\\\\]{0,200}\\)|<\\p{XDigit}{0,400}>)");

    /** A dictionary, or an array where {@code names} is not used. */
    private static final class Level {
        private final boolean dictionary;
        private final Map<String, Integer> names = new HashMap<>();
        private boolean key = true;
        private boolean signature;

        Level(boolean dictionary) {
            this.dictionary = dictionary;
        }
    }

    private final String text;
    private final boolean differing;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;

    private NamesTwice(String text, int from, boolean differing) {
        this.text = text;
        this.at = from;
        this.differing = differing;
    }

    /** Whether there is one from a place on to the end of the object there, or of the text. */
    static boolean in(String text, int from) {
        return new NamesTwice(text, from, false).found();
    }

    /** The same, but where both say the same nobody is misled. */
    static boolean differing(String text, int from) {
        return new NamesTwice(text, from, true).found();
    }

    private boolean found() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (blank(next)) {
                at++;
            } else if (next == '%') {
                comment();
            } else if (next == '/') {
                if (nameTwice(name())) {
                    return true;
                }
            } else if (DELIMITERS.indexOf(next) >= 0) {
                delimiter(next);
            } else if (ends(word())) {
                return false;
            }
        }
        return false;
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private boolean nameTwice(String name) {
        Level level = levels.peek();
        if (level == null || !level.dictionary) {
            return false;
        }
        boolean twice = level.key && again(level, name);
        level.key = !level.key;
        return twice;
    }

    private boolean again(Level level, String name) {
        boolean signature = "Type".equals(name)
                && SIGNATURE.matcher(text).region(at, text.length()).lookingAt();
        Integer known = level.names.putIfAbsent(name, at);
        if (known == null) {
            level.signature |= signature;
            return false;
        }
        return !(signature && level.signature) && !(differing && sameValue(known, at));
    }

    /** As far as one value, whatever it is, and the name or end behind it can be told without reading it. */
    private boolean sameValue(int one, int other) {
        String first = value(one);
        return !first.isEmpty() && first.equals(value(other));
    }

    private String value(int from) {
        Matcher value = VALUE.matcher(text).region(from, text.length());
        return value.lookingAt() ? value.group(1) : "";
    }

    private void delimiter(char next) {
        if (next == '(') {
            string();
            value();
        } else if (text.startsWith("<<", at) || next == '[') {
            value();
            levels.push(new Level(next == '<'));
            at += next == '<' ? 2 : 1;
        } else if (next == '<') {
            at = Math.max(at, text.indexOf('>', at)) + 1;
            value();
        } else {
            at += text.startsWith(">>", at) ? 2 : 1;
            levels.poll();
        }
    }

    /** A value, or a part of a reference, stood here: the next name is a key. */
    private void value() {
        Level level = levels.peek();
        if (level != null) {
            level.key = true;
        }
    }

    private boolean ends(String word) {
        value();
        return levels.isEmpty() && ("endobj".equals(word) || "stream".equals(word));
    }

    private void string() {
        int open = 0;
        do {
            char next = text.charAt(at++);
            if (next == '\\') {
                at++;
            } else if (next == '(') {
                open++;
            } else if (next == ')') {
                open--;
            }
        } while (open > 0 && at < text.length());
    }

    private String word() {
        int start = at;
        while (at < text.length() && !blank(text.charAt(at)) && DELIMITERS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** With its #xx read (ISO 32000-2, 7.3.5). */
    private String name() {
        at++;
        String raw = word();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            boolean escaped = raw.charAt(i) == '#'
                    && i + 2 < raw.length()
                    && Character.digit(raw.charAt(i + 1), 16) >= 0
                    && Character.digit(raw.charAt(i + 2), 16) >= 0;
            name.append(escaped ? (char) Integer.parseInt(raw.substring(i + 1, i + 3), 16) : raw.charAt(i));
            i += escaped ? 2 : 0;
        }
        return name.toString();
    }

    private static boolean blank(char character) {
        return "\0\t\n\f\r ".indexOf(character) >= 0;
    }
}
