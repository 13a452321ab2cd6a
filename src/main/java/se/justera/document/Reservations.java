package se.justera.document;

import java.util.List;
import java.util.Locale;
import se.justera.minutes.Deliberation.Reservation;

/** A reservation as a sentence or a labelled line (KL 4:27): nobody reads a bare name as one. */
final class Reservations {

    private static final String AGAINST = "mot beslutet ";

    private final Labels labels;
    private final PartyLetters letters;

    Reservations(Labels labels, PartyLetters letters) {
        this.labels = labels;
        this.letters = letters;
    }

    /** In one line of Markdown; empty for one that names nobody and says nothing. */
    String line(Reservation reservation) {
        String text = reservation.text() == null ? "" : reservation.text().strip();
        List<String> named = reservation.names().stream().map(letters::with).toList();
        String names = InlineText.escaped(labels.list(named));
        if (names.isEmpty() || isWhole(reservation.names(), text)) {
            return text;
        }
        if (text.isEmpty()) {
            return labels.of("proceedings.reserves", names);
        }
        return Character.isLowerCase(text.codePointAt(0))
                ? labels.of("proceedings.reserves.further", names, further(text))
                : names + ": " + text;
    }

    /** Whether the text is a sentence that says itself who reserved themselves. */
    private static boolean isWhole(List<String> names, String text) {
        boolean reserves = text.toLowerCase(Locale.ROOT).contains("reserver");
        return reserves && names.stream().map(String::strip).allMatch(text::contains);
    }

    private static String further(String text) {
        return text.startsWith(AGAINST) ? text.substring(AGAINST.length()) : text;
    }
}
