package se.justera.document;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A style sheet in which extracts are handed out, and whether their text is written in the order in which it is read
 * ({@link ReadingOrder}) and with words tied to each other ({@link TiedWords}). It is kept as it is for as long as anybody may ask whether an extract in it is genuine; other
 * looks are another layout.
 */
record ExtractLayout(String css, boolean inReadingOrder, boolean tied) {

    /** How many there have been. */
    static final int KEPT = 3;

    /** The one that new extracts are set in. */
    static ExtractLayout newest() {
        return numbered(KEPT);
    }

    /** All that extracts have been handed out in, the newest first. */
    static List<ExtractLayout> all() {
        return IntStream.iterate(KEPT, number -> number > 0, number -> number - 1)
                .mapToObj(ExtractLayout::numbered)
                .toList();
    }

    /** @param number counted from 1 */
    static ExtractLayout numbered(int number) {
        String css = ArchiveTypesetter.css("/document/extracts/layout-" + number + ".css");
        return new ExtractLayout(css, number > 1, number > 2);
    }
}
