package se.justera.document;

/**
 * In what words and elements minutes are set. Extracts that were handed out keep saying what they have always said
 * ({@code docs/extract.md}); everything else is set in the newest.
 */
enum Wording {
    FIRST,
    SECOND,
    THIRD;

    static final Wording NEWEST = THIRD;
}
