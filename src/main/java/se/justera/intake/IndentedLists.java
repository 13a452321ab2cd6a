package se.justera.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives entries that stand further in than those above them a mark of their own, before blanks at line starts go. */
final class IndentedLists {

    private static final int STEP = 2;
    private static final int TAB = 4;
    private static final Pattern ENTRY =
            Pattern.compile("(?<indent>[ \t]{0,200})(?<mark>[-*+•·–])(?<rest>[ \t]+\\S.*)");

    private int base = -1;
    private char mark;

    private IndentedLists() {}

    /**
     * The lines of a text; an entry of an inner list has another mark than the outer list's, and a line that stands
     * further out than the entries above it is none of the list's.
     */
    static Stream<String> marked(String text) {
        var lists = new IndentedLists();
        return text.lines().flatMap(line -> {
            boolean ends = lists.base > 0 && !line.isBlank() && indent(line) < lists.base;
            String read = lists.read(line);
            return ends && !isEntry(line) ? Stream.of("", read) : Stream.of(read);
        });
    }

    private static boolean isEntry(String line) {
        return Pieces.isEntry(line.strip());
    }

    private String read(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            if (!line.isBlank() && indent(line) <= base) {
                base = -1;
            }
            return line;
        }
        int indent = indent(line);
        char written = entry.group("mark").charAt(0);
        if (base < 0 || indent < base + STEP) {
            base = indent;
            mark = written;
            return line;
        }
        return written == mark ? (mark == '–' ? "•" : "–") + entry.group("rest") : line;
    }

    private static int indent(String line) {
        int indent = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            indent += line.charAt(i) == '\t' ? TAB : 1;
        }
        return indent;
    }
}
