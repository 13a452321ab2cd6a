package se.justera.intake;

/** One line of the text, without blanks at its ends; tabs and gaps inside it still stand. */
record Line(String text, Kind kind) {

    /** What the line is in the file, PARAGRAPH where it is no heading for certain; PAGE_EDGE stands where a page ended or something of a page's edge was taken out. */
    enum Kind {
        TEXT,
        BLANK,
        HEADING,
        SUBHEADING,
        PARAGRAPH,
        PAGE_EDGE
    }

    static final Line BLANK = new Line("", Kind.BLANK);
    static final Line PAGE_EDGE = new Line("", Kind.PAGE_EDGE);

    static Line of(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? BLANK : new Line(stripped, Kind.TEXT);
    }

    boolean hasText() {
        return kind != Kind.BLANK && kind != Kind.PAGE_EDGE;
    }

    Line withText(String other) {
        return new Line(other, kind);
    }
}
