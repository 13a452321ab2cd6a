package se.justera.document;

/** What a piece of the text is, whatever it looks like on paper or on a screen. */
enum Part {
    TITLE,
    HEADING,
    SUBHEADING,
    ITEM,
    TEXT,
    LEAD,
    BULLETS,
    NUMBERS,
    LETTERS,
    QUOTE,
    TABLE,
    SHORT_TABLE,
    BALLOTS,
    TABLE_HEAD,
    TABLE_ROW,
    COLUMN_HEADING,
    ROW_HEADING,
    CELL,
    NUMBER_HEADING,
    NUMBER_CELL,
    DECISION,
    DECISION_LABEL,
    WITHDRAWN,
    ABOUT,
    UNDER_HEADING,
    LINK,
    NOTES
}
