package se.justera.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.w3c.dom.Node;

/** The text of a paragraph with emphasis, links and footnote marks as Markdown, tracked changes as if accepted. */
final class WordRuns {

    private final Set<String> leftOut;
    private final Map<String, Integer> notes = new HashMap<>();

    WordRuns(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /** The mark of a note: its number in the order in which the text calls them; one that nothing calls keeps its own. */
    String mark(String note) {
        Integer called = notes.get(note);
        return called == null ? note : String.valueOf(called);
    }

    String text(XWPFParagraph paragraph) {
        var text = new StringBuilder();
        Style open = Style.PLAIN;
        for (IRunElement element : paragraph.getIRuns()) {
            if (element instanceof XWPFSDT control) {
                text.append(control.getContent().getText());
            } else if (element instanceof XWPFRun run && isKept(run)) {
                Style style = styleOf(run);
                String words = words(run);
                if (style != open && !words.isBlank()) {
                    close(text, open);
                    text.append(style.mark);
                    open = style;
                }
                text.append(words);
            }
        }
        close(text, open);
        return text.toString();
    }

    /** Emphasis ends at a word, not at a blank after it. */
    private static void close(StringBuilder text, Style open) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.insert(end, open.mark);
    }

    private boolean isKept(XWPFRun run) {
        if (!run.getEmbeddedPictures().isEmpty()
                || run.getCTR().sizeOfDrawingArray() + run.getCTR().sizeOfPictArray() > 0) {
            leftOut.add("import.word-images");
        }
        if (run.getCTR().sizeOfObjectArray() > 0) {
            leftOut.add("import.word-objects");
        }
        for (Node node = run.getCTR().getDomNode(); node != null; node = node.getParentNode()) {
            String name = String.valueOf(node.getLocalName());
            if (name.equals("del") || name.equals("moveFrom")) {
                leftOut.add("import.word-changes");
                return false;
            }
            if (name.equals("ins") || name.equals("moveTo")) {
                leftOut.add("import.word-changes");
            }
        }
        if (run.isVanish() && !run.text().isBlank()) {
            leftOut.add("import.word-hidden");
        }
        return !run.isVanish();
    }

    private String words(XWPFRun run) {
        String text = run.text();
        if (run.getCTR().sizeOfFootnoteReferenceArray() > 0) {
            return call("f" + run.getCTR().getFootnoteReferenceArray(0).getId());
        }
        if (run.getCTR().sizeOfEndnoteReferenceArray() > 0) {
            return call("e" + run.getCTR().getEndnoteReferenceArray(0).getId());
        }
        if (run instanceof XWPFHyperlinkRun link && !text.isBlank()) {
            var target = link.getHyperlink(link.getDocument());
            String address = target == null ? "" : target.getURL();
            boolean shown = text.strip().equals(address) || !address.matches("(?i)(https?|mailto):\\S+");
            return shown ? text : "[" + text.strip() + "](" + address + ")";
        }
        return text;
    }

    private String call(String note) {
        notes.putIfAbsent(note, notes.size() + 1);
        return "[^" + notes.get(note) + "]";
    }

    private static Style styleOf(XWPFRun run) {
        return run.isBold() ? Style.STRONG : run.isItalic() ? Style.EMPHASIS : Style.PLAIN;
    }

    private enum Style {
        PLAIN(""),
        STRONG("**"),
        EMPHASIS("*");

        private final String mark;

        Style(String mark) {
            this.mark = mark;
        }
    }
}
