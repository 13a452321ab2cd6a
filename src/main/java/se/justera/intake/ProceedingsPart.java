package se.justera.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a matter that say how its decision came about (KL 5:67), by their headings. */
enum ProceedingsPart {
    CONFLICTS("jäv|anmälan om jäv|jävsanmälan"),
    PROPOSALS(
            "(?:tilläggs|ändrings|avslags|bifalls|återremiss)?yrkanden?|yrkanden? (?:under|på|vid) (?:sammanträdet|mötet)"
                    + "|förslag (?:under|på|vid) (?:sammanträdet|mötet)"),
    ORDER("propositionsordning|beslutsgång(?:en)?|propositioner?"),
    VOTE("(?:(?:sluten|öppen) )?(?:omröstning|votering)(?:en)?|(?:omröstnings|voterings)(?:resultat|ordning|lista)"
            + "|resultat av (?:omröstningen|voteringen)"),
    ABSTENTIONS("(?:deltar|deltog) (?:inte|ej) i beslutet|ej deltagande i beslut(?:et)?"),
    RESERVATIONS("(?:skriftlig )?reservation(?:er)?(?: mot beslutet)?"),
    ATTACHMENTS("bilag(?:a|or)");

    private static final int LONGEST = 60;

    private final Pattern heading;
    private final Pattern runIn;

    ProceedingsPart(String headings) {
        this.heading = Pattern.compile("(?iu)(?:" + headings + ") ?:?");
        this.runIn =
                Pattern.compile("(?iu)\\*{0,2}(?:" + headings + ")\\*{0,2} ?:\\*{0,2} (?<text>\\S.*)", Pattern.DOTALL);
    }

    static Optional<ProceedingsPart> of(String line) {
        return line.length() > LONGEST
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(part -> part.heading.matcher(line).matches())
                        .findFirst();
    }

    /** A part and its text in one paragraph: "Reservation: Bo Ask reserverar sig." */
    record RunIn(ProceedingsPart part, String text) {}

    static Optional<RunIn> runIn(String paragraph) {
        for (ProceedingsPart part : values()) {
            Matcher m = part.runIn.matcher(paragraph);
            if (m.matches()) {
                return Optional.of(new RunIn(part, m.group("text")));
            }
        }
        return Optional.empty();
    }
}
