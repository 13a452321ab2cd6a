package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;

/** Writes the body of a Word document as Markdown, paragraph by paragraph, with the numbers that Word would show. */
final class WordText {

    private final XWPFDocument document;
    private final WordRuns runs;
    private final WordNumbers numbers = new WordNumbers();
    private final StringBuilder out = new StringBuilder();
    private final String paragraphEnd;

    /** @param leftOut takes the keys of remarks */
    WordText(XWPFDocument document, Set<String> leftOut) {
        this.document = document;
        this.runs = new WordRuns(leftOut);
        this.paragraphEnd = isSpacedByHand() ? "\n" : "\n\n";
    }

    /** Whoever parts paragraphs with empty ones means lines without one between them to belong together. */
    private boolean isSpacedByHand() {
        long empty = document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().isBlank())
                .count();
        return empty * 8 > document.getParagraphs().size();
    }

    String markdown() {
        document.getBodyElements().forEach(this::write);
        for (XWPFFootnote note : document.getFootnotes()) {
            String text = note.getParagraphs().stream()
                    .map(runs::text)
                    .collect(Collectors.joining(" "))
                    .strip();
            if (!text.isEmpty()) {
                out.append("\n[^")
                        .append(note.getId())
                        .append("]: ")
                        .append(text)
                        .append('\n');
            }
        }
        return out.toString();
    }

    private void write(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            write(paragraph);
        } else if (element instanceof XWPFTable table) {
            write(table);
        } else if (element instanceof XWPFSDT control) {
            out.append(control.getContent().getText()).append("\n\n");
        }
    }

    private void write(XWPFParagraph paragraph) {
        if (paragraph.isPageBreak()) {
            out.append("\n");
        }
        String text = runs.text(paragraph).strip();
        String number = numbers.next(paragraph);
        if (text.isEmpty()) {
            out.append('\n');
            return;
        }
        int level = headingLevel(paragraph);
        if (level > 0) {
            out.append('\n')
                    .append("#".repeat(level))
                    .append(' ')
                    .append(number)
                    .append(unmarked(text));
            out.append("\n\n");
        } else if (number.equals(WordNumbers.BULLET)
                || number.matches("\\d+[.)] ")
                || isLetterBelow(number, paragraph)) {
            boolean nested = number.equals(WordNumbers.BULLET) && WordNumbers.level(paragraph) > 0;
            out.append(nested ? "  " : "").append(number).append(text).append('\n');
        } else {
            out.append(number).append(isAllBold(text) ? unmarked(text) : text).append(paragraphEnd);
        }
    }

    /** "a)" below another list; a list of letters alone keeps them as its text. */
    private static boolean isLetterBelow(String number, XWPFParagraph paragraph) {
        return number.matches("[a-z][.)] ") && WordNumbers.level(paragraph) > 0;
    }

    /** A line all in bold is a heading or a label. */
    private static boolean isAllBold(String text) {
        return text.startsWith("**") && text.indexOf("**", 2) == text.length() - 2;
    }

    /** A heading needs no emphasis. */
    private static String unmarked(String text) {
        return text.replace("*", "").replace('\n', ' ');
    }

    private void write(XWPFTable table) {
        out.append('\n');
        for (XWPFTableRow row : table.getRows()) {
            List<String> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                cells.add(cell.getParagraphs().stream()
                        .map(runs::text)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "))
                        .replace('\n', ' ')
                        .replace('|', '/'));
            }
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                out.append(cells.size() == 1 ? cells.get(0) : "| " + String.join(" | ", cells) + " |");
                out.append('\n');
            }
        }
        out.append('\n');
    }

    /** 1 to 6 for a paragraph in a style of headings, else 0; the title is no heading of a matter. */
    private int headingLevel(XWPFParagraph paragraph) {
        String style = styleName(paragraph.getStyle());
        for (String word : List.of("heading ", "rubrik ", "heading", "rubrik")) {
            if (style.startsWith(word) && style.substring(word.length()).matches("[1-6].*")) {
                return style.charAt(word.length()) - '0';
            }
        }
        return 0;
    }

    private String styleName(@Nullable String id) {
        if (id == null) {
            return "";
        }
        XWPFStyle style =
                document.getStyles() == null ? null : document.getStyles().getStyle(id);
        String name = style == null ? null : style.getName();
        return (name == null ? id : name).toLowerCase(Locale.ROOT);
    }
}
