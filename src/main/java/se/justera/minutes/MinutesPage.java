package se.justera.minutes;

import java.util.List;

/**
 * Some lines of a longer list.
 *
 * @param page counted from 0
 * @param total number of lines on all pages
 */
public record MinutesPage(List<MinutesSummary> items, int page, int total) {

    /** Lines on a full page. */
    public static final int SIZE = 20;

    public MinutesPage {
        items = List.copyOf(items);
    }
}
