package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
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
    private boolean afterEntry;

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
        document.getFootnotes().forEach(note -> write("f", note));
        document.getEndnotes().forEach(note -> write("e", note));
        return out.toString();
    }

    private void write(String kind, XWPFAbstractFootnoteEndnote note) {
        String text = note.getParagraphs().stream()
                .map(runs::text)
                .collect(Collectors.joining(" "))
                .strip();
        if (!text.isEmpty()) {
            out.append("\n[^")
                    .append(runs.mark(kind + note.getId()))
                    .append("]: ")
                    .append(text)
                    .append('\n');
        }
    }

    private void write(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            write(paragraph);
        } else if (element instanceof XWPFTable table) {
            write(table);
        }
    }

    private void write(XWPFParagraph paragraph) {
        if (paragraph.isPageBreak()) {
            out.append("\n");
        }
        String text = runs.text(paragraph).strip();
        String number = numbers.next(paragraph);
        boolean ofList = afterEntry;
        afterEntry = false;
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
            afterEntry = true;
        } else {
            boolean apart = (ofList && !isIndented(paragraph)) || (isAllBold(text) && number.isEmpty());
            out.append(apart ? "\n" : "");
            out.append(number).append(isAllBold(text) ? unmarked(text) : text).append(paragraphEnd);
        }
    }

    /** What stands under an entry of a list, is set in as its text is. */
    private boolean isIndented(XWPFParagraph paragraph) {
        int left = paragraph.getIndentationLeft();
        return left > 0 || (left < 0 && styleName(paragraph.getStyle()).startsWith("list"));
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
        table.getRows().forEach(this::write);
        out.append('\n');
    }

    private void write(XWPFTableRow row) {
        List<List<String>> cells = row.getTableCells().stream().map(this::lines).toList();
        if (cells.stream().allMatch(List::isEmpty)) {
            return;
        }
        if (opensSignatures(cells.get(0))) {
            out.append('\n').append(cells.get(0).get(0)).append("\n\n");
            cells = Stream.concat(
                            Stream.of(cells.get(0).subList(1, cells.get(0).size())),
                            cells.stream().skip(1))
                    .toList();
        }
        if (isCoverRow(cells)) {
            out.append('\n');
            cells.stream()
                    .filter(lines -> !lines.isEmpty())
                    .forEach(lines -> out.append(String.join("\n", lines)).append('\n'));
            out.append('\n');
            return;
        }
        if (isSignatureRow(cells)) {
            for (int line = 0; line < 2; line++) {
                int at = line;
                out.append("| ")
                        .append(cells.stream()
                                .map(lines -> lines.isEmpty() ? "" : lines.get(at))
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n");
            }
            return;
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            texts.add(String.join(" ", cells.get(i)).replace('|', '/'));
            for (int spanned = 1;
                    cells.size() > 1 && spanned < span(row.getTableCells().get(i));
                    spanned++) {
                texts.add("");
            }
        }
        out.append(cells.size() == 1 ? texts.get(0) : "| " + String.join(" | ", texts) + " |")
                .append('\n');
    }

    /** "Underskrifter" over "Sekreterare" in one cell. */
    private static boolean opensSignatures(List<String> lines) {
        return lines.size() > 1
                && HeadLabel.in(lines.get(0))
                        .filter(l ->
                                l.label() == HeadLabel.SIGNATURES && l.value().isEmpty())
                        .isPresent();
    }

    /** The lines of a cell's paragraphs. */
    private List<String> lines(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .map(p -> numbers.next(p) + runs.text(p))
                .flatMap(String::lines)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Signers beside each other, each with an office under the name. */
    private static boolean isSignatureRow(List<List<String>> cells) {
        List<List<String>> filled =
                cells.stream().filter(lines -> !lines.isEmpty()).toList();
        return filled.stream()
                .allMatch(
                        lines -> lines.size() == 2 && Names.isName(lines.get(0)) && OfficeLine.isOffice(lines.get(1)));
    }

    /** A label in the first cell, and a text beside it or people one under the other. */
    private static boolean isCoverRow(List<List<String>> cells) {
        String first = cells.get(0).isEmpty() ? "" : String.join(" ", cells.get(0));
        boolean label = Group.in(first).filter(g -> g.value().isEmpty()).isPresent()
                || HeadLabel.in(first).filter(l -> l.value().isEmpty()).isPresent();
        boolean part = cells.size() > 1 && (DecisionForm.isLabel(first) || PartHeading.isPart(first));
        return part || (label && cells.stream().skip(1).anyMatch(lines -> lines.size() > 1));
    }

    /** How many columns of the table the cell takes. */
    private static int span(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties == null || properties.getGridSpan() == null
                ? 1
                : Math.min(30, properties.getGridSpan().getVal().intValue());
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
