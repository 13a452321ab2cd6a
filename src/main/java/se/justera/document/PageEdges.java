package se.justera.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what stands at the head and the foot of the pages; the layout makes artifacts of it. */
final class PageEdges {

    private static final Pattern PIECES = Pattern.compile("\\R| · ");
    private static final Pattern CELL =
            Pattern.compile("(?:just(?:erande?s?|erarnas?|erares?)?|ordförandens?|sekreterarens?)[ .:]*sign\\p{L}*[.:]?"
                    + "|utdragsbestyrkande:?");

    /** Longer ones have no room on a line. */
    private static final int LONGEST_PIECE = 40;

    private static final double HEAD_ROOM = 24;
    private static final double FOOT_ROOM = 23;
    private static final double FOOT = 126;
    /** The verification code and the word that it is a trial. */
    private static final int FOOT_LINES = 2;

    private static final int CELL_HEIGHT = 11;
    private static final int WIDEST_MARGIN = 110;

    private final Markup out;
    private final Labels labels;
    private final Sheet sheet;

    PageEdges(Markup out, Labels labels, Sheet sheet) {
        this.out = out;
        this.labels = labels;
        this.sheet = sheet;
    }

    /** Whether the foot of each page but the first has cells to sign in by hand; nobody signs a copy. */
    boolean haveCells() {
        return sheet.copy() == null && !cells().isEmpty();
    }

    /** The lines at the head of each page: as written, else the association. */
    static List<String> headerLines(@Nullable String pageHeader, String association) {
        return pageHeader == null || pageHeader.isBlank()
                ? List.of(association)
                : pageHeader.strip().lines().toList();
    }

    void write(String association) {
        header(association);
        footer("footer", List.of());
        if (haveCells()) {
            footer("footer-cells", cells());
        }
    }

    /** Margins for what has no room in those of the style sheet; none is so large that no text has room between. */
    String margins(String association) {
        double head = head(association).height();
        double foot = PageHead.LINE * (FOOT_LINES + PageHead.rows(text(), FOOT));
        String top = head > HEAD_ROOM
                ? "@page { margin-top: %dmm; } @page :first { margin-top: 22mm; }".formatted(margin(head))
                : "";
        int cells = haveCells() ? CELL_HEIGHT : 0;
        String bottom = foot > FOOT_ROOM
                ? "@page { margin-bottom: %dmm; } @page :first { margin-bottom: %dmm; }"
                        .formatted(margin(foot) + cells, margin(foot))
                : "";
        return top + bottom;
    }

    private static int margin(double height) {
        return (int) Math.min(WIDEST_MARGIN, 1.15 * height + 11);
    }

    private PageHead head(String association) {
        List<String> lines = headerLines(sheet.draft().pageHeader(), association);
        String headline = MeetingFacts.headline(sheet.draft(), labels);
        return PageHead.of(lines, headline, sheet.isDraft() ? labels.of("draft") + " · " : "");
    }

    private void header(String association) {
        if (sheet.copy() != null) {
            List<String> lines = headerLines(sheet.draft().pageHeader(), association);
            String headline = MeetingFacts.headline(sheet.draft(), labels);
            header(lines, "", "", () -> pieces(List.of(headline.split(" · ", -1))));
            return;
        }
        PageHead head = head(association);
        header(head.lines(), head.styleOfLines(), head.styleOfHeadline(), () -> pieces(head));
    }

    private void header(List<String> lines, String lookOfLines, String lookOfHeadline, Runnable headline) {
        out.open("div", "id", "header").open("div", "class", "left", "style", lookOfLines);
        lines.forEach(line -> out.element("div", line));
        out.close().open("span", "class", "right", "style", lookOfHeadline);
        if (sheet.isDraft()) {
            out.element("strong", labels.of("draft")).text(" · ");
        } else if (sheet.copy() != null && !sheet.copy().word(labels).isEmpty()) {
            out.open("div").element("strong", sheet.copy().word(labels)).close();
        }
        headline.run();
        out.close();
        out.element("div", "", "class", "clear").close();
    }

    private void pieces(PageHead head) {
        pieces(head.headline().get(0));
        for (List<String> line : head.headline().subList(1, head.headline().size())) {
            out.open("div");
            pieces(line);
            out.close();
        }
    }

    /** Lines break between the pieces rather than within them. */
    private void pieces(List<String> headline) {
        Iterator<String> pieces = headline.iterator();
        while (pieces.hasNext()) {
            String piece = pieces.next();
            String text = pieces.hasNext() ? piece + " ·" : piece;
            out.element("span", text, "class", piece.length() <= LONGEST_PIECE ? "piece" : "");
            if (pieces.hasNext()) {
                out.element("span", " ");
            }
        }
    }

    private void footer(String id, List<String> cells) {
        out.open("div", "id", id);
        if (!cells.isEmpty()) {
            out.open("div", "class", "cells");
            cells.forEach(cell -> out.open("div", "class", "by-hand").text(cell).close());
            out.close();
        }
        out.open("div", "class", "foot").open("div", "class", "left");
        DocumentOrder order = sheet.order();
        if (order != null) {
            out.element("div", labels.of("verification.code", order.verificationCode()));
        }
        if (sheet.copy() != null) {
            sheet.copy().foot(labels).forEach(line -> out.element("div", line));
            String signed = cells().isEmpty() ? "" : sheet.copy().insteadOfInitials(labels);
            if (!signed.isEmpty()) {
                out.element("div", signed);
            }
        }
        if (sheet.isTrial()) {
            out.element("div", labels.of("trial"), "class", "trial");
        }
        String text = text();
        if (!text.isEmpty()) {
            out.element("div", text);
        }
        out.close().element("div", "", "class", "right page", "data-word", labels.of("page"));
        out.element("div", "", "class", "clear").close().close();
    }

    private String text() {
        String footer =
                Objects.requireNonNullElse(sheet.draft().pageFooter(), "").strip();
        return cells().isEmpty()
                ? footer
                : PIECES.splitAsStream(footer).filter(piece -> !isCell(piece)).collect(Collectors.joining(" · "));
    }

    private List<String> cells() {
        var cells = new ArrayList<String>();
        PIECES.splitAsStream(Objects.requireNonNullElse(sheet.draft().pageFooter(), ""))
                .filter(PageEdges::isCell)
                .map(String::strip)
                .forEach(cells::add);
        return cells;
    }

    private static boolean isCell(String piece) {
        return CELL.matcher(piece.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
