package se.justera.document;

/** What a piece of the text is, whatever it looks like on paper or on a screen. */
enum Part {
    TITLE,
    HEADING,
    SUBHEADING,
    ITEM,
    TEXT,
    BULLETS,
    NUMBERS,
    QUOTE,
    TABLE,
    TABLE_HEAD,
    TABLE_ROW,
    COLUMN_HEADING,
    ROW_HEADING,
    CELL,
    DECISION,
    DECISION_LABEL,
    WITHDRAWN,
    ABOUT,
    LINK,
    NOTES
}
