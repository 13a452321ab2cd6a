package se.justera.document;

import java.util.EnumMap;
import java.util.Map;

/** How the parts of the text are marked up: their classes, and the level of the document's title. */
final class Dress {

    private static final int LOWEST_LEVEL = 6;

    private final Map<Part, String> classes;
    private final int titleLevel;
    private final String styleOfLetters;

    private Dress(Map<Part, String> classes, int titleLevel, String styleOfLetters) {
        this.classes = classes;
        this.titleLevel = titleLevel;
        this.styleOfLetters = styleOfLetters;
    }

    /** The names in {@code page.css}. */
    static Dress forPages() {
        var names = new EnumMap<Part, String>(Part.class);
        for (Part part : Part.values()) {
            names.put(part, part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        names.put(Part.LETTERS, "numbers letters");
        names.put(Part.UNDER_HEADING, "about lead");
        names.put(Part.LEAD, "text lead");
        names.put(Part.LABEL, "text kept");
        names.put(Part.AMPLE, "text ample");
        names.put(Part.LONG_DECISION, "decision long");
        names.put(Part.CLOSING, "text closing");
        names.put(Part.BRIEF, "bullets brief");
        names.put(Part.FACTS, "bullets fact-list");
        names.put(Part.SHORT_TABLE, "table whole");
        names.put(Part.BALLOTS, "table ballots");
        names.put(Part.FEW_BALLOTS, "table ballots few");
        return new Dress(names, 1, "list-style-type: lower-alpha");
    }

    /** GOV.UK Frontend's classes; the page around the text has the only h1. */
    static Dress forBrowsers() {
        var names = new EnumMap<Part, String>(Part.class);
        names.put(Part.TITLE, "govuk-heading-l");
        names.put(Part.HEADING, "govuk-heading-m");
        names.put(Part.SUBHEADING, "govuk-heading-s");
        names.put(Part.TEXT, "govuk-body");
        names.put(Part.LEAD, "govuk-body");
        names.put(Part.LABEL, "govuk-body");
        names.put(Part.AMPLE, "govuk-body");
        names.put(Part.CLOSING, "govuk-body");
        names.put(Part.BULLETS, "govuk-list govuk-list--bullet");
        names.put(Part.BRIEF, "govuk-list govuk-list--bullet");
        names.put(Part.NUMBERS, "govuk-list govuk-list--number");
        names.put(Part.LETTERS, "govuk-list govuk-list--number jus-letters");
        names.put(Part.QUOTE, "govuk-inset-text");
        names.put(Part.TABLE, "govuk-table");
        names.put(Part.SHORT_TABLE, "govuk-table");
        names.put(Part.BALLOTS, "govuk-table");
        names.put(Part.FEW_BALLOTS, "govuk-table");
        names.put(Part.TABLE_HEAD, "govuk-table__head");
        names.put(Part.TABLE_ROW, "govuk-table__row");
        names.put(Part.COLUMN_HEADING, "govuk-table__header");
        names.put(Part.ROW_HEADING, "govuk-table__header");
        names.put(Part.CELL, "govuk-table__cell");
        names.put(Part.NUMBER_HEADING, "govuk-table__header govuk-table__header--numeric");
        names.put(Part.NUMBER_CELL, "govuk-table__cell govuk-table__cell--numeric");
        names.put(Part.DECISION, "govuk-inset-text");
        names.put(Part.LONG_DECISION, "govuk-inset-text");
        names.put(Part.DECISION_LABEL, "govuk-heading-s");
        names.put(Part.WITHDRAWN, "govuk-body");
        names.put(Part.ABOUT, "govuk-body-s");
        names.put(Part.UNDER_HEADING, "govuk-body-s");
        names.put(Part.LINK, "govuk-link");
        names.put(Part.NOTES, "govuk-list");
        return new Dress(names, 2, "");
    }

    String classOf(Part part) {
        return classes.getOrDefault(part, "");
    }

    /**
     * What makes a list count a, b, c where no style sheet does: the first of extracts stay as they are, and came before
     * there were such lists.
     */
    String styleOfLetters() {
        return styleOfLetters;
    }

    /** The element of a heading so many levels below the title. */
    String heading(int below) {
        return "h" + Math.min(LOWEST_LEVEL, titleLevel + below);
    }
}
