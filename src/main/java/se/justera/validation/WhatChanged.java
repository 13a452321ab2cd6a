package se.justera.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of a forbidden change.
 *
 * @param revision the revision that brought it, counted from 1; each signature and document time-stamp ends one
 * @param pages the pages that look or read differently, the first ten of them
 */
public record WhatChanged(int revision, List<PageDifference> pages) {

    public WhatChanged {
        pages = List.copyOf(pages);
    }

    /**
     * One page before and after.
     *
     * @param number counted from 1
     * @param before the page as PNG in the signed revision; null where it was added
     * @param after the page as PNG in the changed revision; null where it was taken away
     * @param paragraph the heading with § under which the first difference stands, as in minutes; null where there is none
     * @param gone lines of text that were there before
     * @param came lines of text that are there now
     */
    @SuppressWarnings("ArrayRecordComponent") // pictures; nobody compares them
    public record PageDifference(
            int number,
            byte @Nullable [] before,
            byte @Nullable [] after,
            @Nullable String paragraph,
            List<String> gone,
            List<String> came) {

        public PageDifference {
            gone = List.copyOf(gone);
            came = List.copyOf(came);
        }
    }
}
