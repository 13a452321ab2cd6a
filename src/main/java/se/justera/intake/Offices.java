package se.justera.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.justera.minutes.Draft.AttendeeRole;

/** The offices that people hold at a meeting, as minutes write and abbreviate them. */
final class Offices {

    private static final Pattern CHAIR = Pattern.compile(
            "(?iu)(?:(?:tjänstgörande|tjg\\.?|tf\\.?|t\\.? ?f\\.?) )?(?:mötes)?(?:(?<rank>1|1:a|1:e|1:ste|förste|första|2|2:a|2:e|2:dre|andre|andra)\\.? ?)?"
                    + "(?<vice>v\\.?|vice)? ?ordf(?:\\.|örande|öranden)?");
    private static final Pattern SUBSTITUTE = Pattern.compile(
            "(?iu)(?:(?:(?:ej |icke )?(?:tjg\\.?|tjänstgörande)|observerande|adjungerad) )?(?:ers\\.?|ersättare|suppleant)");
    private static final Pattern MEMBER = Pattern.compile("(?iu)(?:ordinarie )?(?:ledamot|led\\.)");
    private static final Pattern SECRETARY = Pattern.compile(
            "(?iu)(?:mötes|förbunds|styrelse|nämnd|(?:styrelsens|nämndens|direktionens|rådets) )?sekreterare|protokollförare|vid (?:pennan|protokollet)|sekr\\.?");
    private static final Pattern AUDITOR = Pattern.compile("(?iu)(?:\\p{L}{1,20} )?\\p{L}{0,20}revisor(?:n|er)?");
    private static final Pattern GUEST = Pattern.compile("(?iu)adjungerad|gäst|inbjuden|åhörare|observatör");
    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?:(?:biträdande|bitr\\.?|bitr|tf\\.?|t\\.? ?f\\.?|vik\\.?|ställföreträdande|tillförordnad) )?(?:\\p{L}{1,6}-)?"
                    + "(?:\\p{L}{0,24}chef(?:en)?|ekonom(?:en)?|\\p{L}{0,24}ekonom(?:en)?|\\p{L}{0,24}samordnare(?:n)?"
                    + "|\\p{L}{0,24}ledare(?:n)?|\\p{L}{0,24}sekreterare(?:n)?|\\p{L}{0,24}strateg(?:en)?"
                    + "|\\p{L}{0,24}koordinator(?:n)?|\\p{L}{0,24}controller(?:n)?|\\p{L}{0,24}handläggare(?:n)?"
                    + "|\\p{L}{0,24}kommunikatör(?:en)?|\\p{L}{0,24}administratör(?:en)?|\\p{L}{0,24}utredare(?:n)?"
                    + "|\\p{L}{0,24}direktör(?:en)?|\\p{L}{0,24}assistent(?:en)?|\\p{L}{0,24}jurist(?:en)?"
                    + "|\\p{L}{0,24}konsult(?:en)?|\\p{L}{0,24}coach(?:en)?|tjänsteperson|tjänsteman"
                    + "|personalföreträdare(?:n)?|facklig företrädare|\\p{L}{0,24}rådgivare(?:n)?|\\p{L}{0,24}inspektör(?:en)?|\\p{L}{0,24}ingenjör(?:en)?"
                    + "|\\p{L}{0,24}arkitekt(?:en)?|\\p{L}{0,24}registrator(?:n)?|\\p{L}{0,24}ansvarig|\\p{L}{0,24}specialist(?:en)?"
                    + "|\\p{L}{0,24}analytiker(?:n)?|\\p{L}{0,24}pedagog(?:en)?|rektor(?:n)?|\\p{L}{0,24}planerare(?:n)?)(?: och (?:\\p{L}{0,24}chef|\\p{L}{0,24}sekreterare|\\p{L}{0,24}ansvarig)(?: \\p{Ll}{3,30})?)?");
    private static final int LONGEST = 60;

    private Offices() {}

    /** The role of a phrase that is an office and nothing else: "1:e v ordf", "tjg. ersättare", "ekonom". */
    static Optional<AttendeeRole> role(String phrase) {
        String text = phrase.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return chair(text)
                .or(() -> when(SUBSTITUTE, text, AttendeeRole.SUBSTITUTE))
                .or(() -> when(MEMBER, text, AttendeeRole.MEMBER))
                .or(() -> when(SECRETARY, text, AttendeeRole.SECRETARY))
                .or(() -> when(AUDITOR, text, AttendeeRole.AUDITOR))
                .or(() -> when(GUEST, text, AttendeeRole.GUEST))
                .or(() -> when(TITLE, text, AttendeeRole.OFFICER));
    }

    static boolean isOffice(String phrase) {
        return role(phrase).isPresent();
    }

    /** True for a title that is worth keeping as written because the role does not say it all. */
    static boolean saysMoreThanRole(String phrase, AttendeeRole role) {
        return switch (role) {
            case OFFICER -> !phrase.equalsIgnoreCase("tjänsteperson");
            case AUDITOR -> !phrase.equalsIgnoreCase("revisor");
            case GUEST -> !phrase.equalsIgnoreCase("inbjuden");
            case SECRETARY -> !phrase.matches("(?iu)sekreterare|sekr\\.?|vid (?:pennan|protokollet)");
            case SUBSTITUTE -> phrase.toLowerCase(Locale.ROOT).contains("tj");
            case CHAIR, FIRST_VICE_CHAIR, SECOND_VICE_CHAIR, VICE_CHAIR, MEMBER -> false;
        };
    }

    private static Optional<AttendeeRole> chair(String text) {
        var m = CHAIR.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String rank = m.group("rank");
        if (rank == null) {
            return Optional.of(m.group("vice") == null ? AttendeeRole.CHAIR : AttendeeRole.VICE_CHAIR);
        }
        boolean first = rank.startsWith("1") || rank.toLowerCase(Locale.ROOT).startsWith("f");
        return Optional.of(first ? AttendeeRole.FIRST_VICE_CHAIR : AttendeeRole.SECOND_VICE_CHAIR);
    }

    private static Optional<AttendeeRole> when(Pattern pattern, String text, AttendeeRole role) {
        return pattern.matcher(text).matches() ? Optional.of(role) : Optional.empty();
    }
}
