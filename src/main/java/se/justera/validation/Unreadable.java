package se.justera.validation;

/** Why a file has no other answer. Its sentence is in messages/validation. */
public enum Unreadable {
    MISSING,
    EMPTY,
    NOT_A_PDF,
    ENCRYPTED,
    DAMAGED,
    TOO_LARGE,
    /** XML or JSON. */
    TEXT_TOO_LARGE,
    TOO_MANY_PAGES,
    TOO_MANY_SIGNATURES,
    TOO_MANY_OBJECTS,
    TOO_LARGE_UNPACKED,
    /** More memory than one validation may have. */
    TOO_HUNGRY,
    TOO_SLOW,
    ARCHIVE_DAMAGED,
    ARCHIVE_WITHOUT_PDF,
    ARCHIVE_TOO_LARGE,
    ARCHIVE_INSIDE
}
