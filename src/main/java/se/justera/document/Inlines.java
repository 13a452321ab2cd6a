package se.justera.document;

/** How the inline pieces of running text are written. */
interface Inlines {

    void plain(Markup out, String text);

    /** The call of a footnote that exists. */
    void footnoteCall(Markup out, String mark);

    void link(Markup out, Hyperlink link);

    /** True if a link that nobody could follow stands as it was typed; else its words do. */
    default boolean keepsDeadLinks() {
        return false;
    }
}
