package se.justera.document;

/** How the first page is set where it is to hold everything up to the signatures, in the order in which it is tried. */
enum Cover {
    AMPLE,
    DENSE,
    /** The matters begin right after the signatures, wherever those stand. */
    NONE;

    Cover next() {
        return this == AMPLE ? DENSE : NONE;
    }
}
