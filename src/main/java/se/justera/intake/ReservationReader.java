package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Deliberation.Reservation;

/** Reads who reserved themselves against a decision (KL 4:27), and why. */
final class ReservationReader {

    private static final Pattern RESERVES =
            Pattern.compile("(?iu)(?<names>.{3,300}?) (?:reserverar|reserverade) sig\\b(?<text>.*)");
    private static final Pattern INVERTED = Pattern.compile(
            "(?iu)mot beslutet (?:reserverar|reserverade) sig (?<names>.{3,300}?)(?<text>\\.| till förmån .*| med .*)");
    private static final Pattern PLAIN = Pattern.compile("(?iu) ?(?:mot beslutet)?\\.?");

    private final Speakers speakers;
    private final List<Reservation> reservations = new ArrayList<>();

    ReservationReader(Speakers speakers) {
        this.speakers = speakers;
    }

    boolean read(String text) {
        for (Pattern pattern : List.of(INVERTED, RESERVES, Speakers.LABELLED)) {
            Matcher m = pattern.matcher(text);
            String group = pattern == Speakers.LABELLED ? "by" : "names";
            List<String> names = m.matches() ? speakers.in(m.group(group)) : List.of();
            if (!names.isEmpty()) {
                String rest = m.group("text");
                reservations.add(new Reservation(names, PLAIN.matcher(rest).matches() ? null : rest.strip()));
                return true;
            }
        }
        List<String> alone = speakers.in(text);
        if (!alone.isEmpty()) {
            reservations.add(new Reservation(alone, null));
        }
        return !alone.isEmpty();
    }

    /** A further paragraph of the last reservation's reasons. */
    boolean goOn(String text) {
        Reservation last = reservations.remove(reservations.size() - 1);
        reservations.add(new Reservation(last.names(), last.text() == null ? text : last.text() + " " + text));
        return true;
    }

    List<Reservation> reservations() {
        return List.copyOf(reservations);
    }
}
