package se.justera.document;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A style sheet in which extracts of one format are handed out, and whether their text is written in the order in which
 * it is read ({@link ReadingOrder}), with words tied to each other ({@link TiedWords}) and begins at the same height on
 * every page ({@link PageTops}). It is kept as it is for as
 * long as anybody may ask whether an extract in it is genuine; other looks are another layout.
 *
 * @param format the number of the extracts' format
 */
record ExtractLayout(String css, boolean inReadingOrder, boolean tied, boolean evenTops, int format) {

    /** How many there have been. */
    static final int KEPT = 5;

    private static final int LAST_OF_FORMAT_1 = 3;

    /** The one in which extracts of a format are set now. */
    static ExtractLayout newest(int format) {
        return all(format).get(0);
    }

    /** All that extracts of a format have been handed out in, the newest first. */
    static List<ExtractLayout> all(int format) {
        return IntStream.iterate(KEPT, number -> number > 0, number -> number - 1)
                .filter(number -> formatOf(number) == format)
                .mapToObj(ExtractLayout::numbered)
                .toList();
    }

    /** @param number counted from 1 */
    static ExtractLayout numbered(int number) {
        String css = ArchiveTypesetter.css("/document/extracts/layout-" + number + ".css");
        return new ExtractLayout(css, number > 1, number > 2, number > 4, formatOf(number));
    }

    private static int formatOf(int number) {
        return number <= LAST_OF_FORMAT_1 ? 1 : 2;
    }
}
