package se.justera.signing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.justera.kernel.Identified;

/**
 * What a signature says on the page, in Swedish.
 *
 * @param name who signed
 * @param lines what follows under the name
 */
record Appearance(String name, List<String> lines) {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd 'kl.' HH.mm", Locale.ROOT).withZone(STOCKHOLM);

    /** Sweden's time is a whole number of hours before UTC. */
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("'UTC'x", Locale.ROOT).withZone(STOCKHOLM);

    Appearance {
        lines = List.copyOf(lines);
    }

    /**
     * The appearance of a person's signature.
     *
     * @param trial whether it is made with published sample keys
     */
    static Appearance of(SignatureOrder order, Instant at, boolean trial) {
        List<String> lines = new ArrayList<>();
        if (!order.claimedRoles().isEmpty()) {
            lines.add(String.join(", ", order.claimedRoles()));
        }
        lines.add("Undertecknat elektroniskt " + TIME.format(at) + " svensk tid ("
                + OFFSET.format(at).replace("+0", "+") + ")");
        lines.add("Identifierad med " + method(order.signer().identified()));
        if (!order.reason().isBlank()) {
            lines.add(order.reason());
        }
        if (trial) {
            lines.add("PROVUNDERSKRIFT utan rättsverkan");
        }
        return new Appearance(order.signer().name(), lines);
    }

    private static String method(Identified identified) {
        return identified.method().equals("mail-code")
                ? "engångskod via e-post"
                : identified.methodLabel() + " (tillitsnivå " + level(identified.levelOfAssurance()) + ")";
    }

    private static String level(String levelOfAssurance) {
        return switch (levelOfAssurance) {
            case "low" -> "låg";
            case "substantial" -> "väsentlig";
            case "high" -> "hög";
            default -> levelOfAssurance;
        };
    }
}
