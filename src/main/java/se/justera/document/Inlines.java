package se.justera.document;

/** How the inline pieces of running text are written. */
interface Inlines {

    void plain(Markup out, String text);

    /** The call of a footnote that exists. */
    void footnoteCall(Markup out, String mark);

    /** Whether calls are written with the word before them and the signs after them. */
    default boolean tiesCalls() {
        return false;
    }

    /** The same, where no line may part it from what stands beside it. */
    default void tiedCall(Markup out, String word, String mark, String signs) {
        footnoteCall(out, mark);
    }

    void link(Markup out, Hyperlink link);

    /** True if a link that nobody could follow stands as it was typed; else its words do. */
    default boolean keepsDeadLinks() {
        return false;
    }
}
