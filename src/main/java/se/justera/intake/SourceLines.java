package se.justera.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into clean lines: composed letters, one kind of line end, plain blanks, no invisible characters. */
final class SourceLines {

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u0085\u2028\u2029\u000B]");
    private static final Pattern BLANKS = Pattern.compile("[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]");
    /** Controls, zero-width and direction-changing characters: what nobody sees must not be signed. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]");

    private static final Pattern SOFT_HYPHEN_AT_END = Pattern.compile("\u00AD[ \t]*\n[ \t]*");
    private static final Pattern TABLE_RULE = Pattern.compile("\\|[-:| ]+\\|?");

    private SourceLines() {}

    /** @param clean the text as {@link #clean} leaves it */
    static List<Line> of(String clean) {
        var lines = new ArrayList<Line>();
        for (String page : clean.split("\f", -1)) {
            if (!lines.isEmpty()) {
                lines.add(Line.PAGE_EDGE);
            }
            TwoColumns.unfolded(
                            MemberColumns.unfolded(IndentedLists.marked(page).toList()))
                    .stream()
                    .map(SourceLines::cells)
                    .filter(l -> !TABLE_RULE.matcher(l).matches())
                    .forEach(l -> lines.add(Line.of(l)));
        }
        return lines;
    }

    static String clean(String text) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC);
        clean = LINE_ENDS.matcher(clean).replaceAll("\n");
        clean = BLANKS.matcher(clean).replaceAll(" ");
        clean = INVISIBLE.matcher(clean).replaceAll("");
        clean = SOFT_HYPHEN_AT_END.matcher(clean).replaceAll("");
        return clean.replace("\u00AD", "");
    }

    /** A table row drawn with bars becomes cells with tabs between, as tables come out of PDFs. */
    private static String cells(String line) {
        String stripped = line.strip();
        if (stripped.length() < 3
                || !stripped.startsWith("|")
                || TABLE_RULE.matcher(stripped).matches()) {
            return stripped;
        }
        String inner = stripped.substring(1, stripped.endsWith("|") ? stripped.length() - 1 : stripped.length());
        return String.join("\t", inner.strip().split("\\s*+\\|\\s*+"));
    }
}
