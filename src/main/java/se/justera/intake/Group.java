package se.justera.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AttendanceStatus;
import se.justera.minutes.Draft.AttendeeRole;

/**
 * A heading that people stand under in the attendance.
 *
 * @param heading as written, without its colon
 * @param role what those under it attend as, or null where the heading does not say
 * @param mixed true where all who were there stand in one list
 * @param bare true for a heading that says only how people took part, and belongs to the one before
 */
record Group(
        String heading,
        @Nullable AttendeeRole role,
        AttendanceStatus status,
        boolean remote,
        boolean mixed,
        boolean bare) {

    private static final int LONGEST = 70;
    private static final Pattern HEADING =
            Pattern.compile("(?u)(?<heading>[\\p{L}0-9:./ ,()-]{3,70}?)(?::|\t| {2,}|$)\\s*(?<value>.*)");
    private static final Pattern WORDS = Pattern.compile(
            "(?iu)övriga|från (?:styrelsen|kansliet|förvaltningen|beredningsgruppen)|.*(?:ledam[oö]t|ersättare|närvar|deltagare|deltagande|beslutande"
                    + "|adjungera|frånvar|förhinder|förhindrad|tjänsteperson|tjänstem|gäster|inbjud|revisor|deltog|digitalt"
                    + "|på distans|insyn|presidi|ordförande|förtroendevald|föredragande|åhörare|kallade"
                    + "|fackliga|personalföreträd|personalrepresentant|personalorganisation|arbetstagar|sekretariatet|suppleant|yttranderätt).*");
    private static final Pattern REMOTE =
            Pattern.compile("(?iu).*(?:digitalt|distans|via länk|via teams|via zoom|teams).*");
    private static final Pattern BARE = Pattern.compile(
            "(?iu)(?:deltog |deltar |deltagande |närvarande )?(?:digitalt|på distans|via .{2,20}|på plats)");
    private static final Pattern OTHERS = Pattern.compile(
            "(?iu).*(?:övriga? (?:delta|närv)|övriga$|adjung|inbjud|gäst|föredrag|tjänste|åhörare|insyn|kallade|icke förtroende"
                    + "|fackliga|personal(?:före|repr|org)|arbetstagar|sekretariatet|yttranderätt|ordföranden? (?:i|för) ).*");
    private static final Pattern NAMES_BEGIN = Pattern.compile(
            "(?u)(?<heading>Närvarande|Frånvarande|Ej närvarande|Meddelat förhinder"
                    + "|Anmält förhinder|Förhinder|Ordförande|Vice ordförande|Deltog digitalt|Beslutande|Övriga (?:deltagande|deltagare|närvarande)|Tjänstemän) (?<value>\\p{Lu}.+)");

    /** A heading and what stands beside it in the line, which may be nothing. */
    record Found(Group group, String value) {}

    static Optional<Found> in(String line) {
        Matcher plain = NAMES_BEGIN.matcher(line);
        if (plain.matches() && !People.of(plain.group("value")).all().isEmpty()) {
            return Optional.of(new Found(of(plain.group("heading")), plain.group("value")));
        }
        Matcher m = HEADING.matcher(line);
        if (m.matches() && isHeading(m.group("heading").strip())) {
            return Optional.of(
                    new Found(of(m.group("heading").strip()), m.group("value").strip()));
        }
        return Optional.empty();
    }

    private static boolean isHeading(String text) {
        return text.length() <= LONGEST
                && Character.isUpperCase(text.codePointAt(0))
                && !(text.endsWith(".") && text.contains(" "))
                && WORDS.matcher(text).matches()
                && People.of(text).all().isEmpty()
                && !PersonForm.beginsWithPartyMember(text)
                && !text.contains(" förklarade ")
                && !text.contains(" hälsade ");
    }

    /** True where nothing but a word for taking part at a distance makes it a heading. */
    boolean isOnlyRemote() {
        return remote && !bare && role == null && status == AttendanceStatus.PRESENT;
    }

    /** True for a heading over those who came, whatever they are. */
    boolean saysWhoCame() {
        return heading.matches("(?iu).*(?:närvarande|beslutande|deltog|deltagande|tjänstgörande).*");
    }

    /** A list of all who were there, without a heading of its own. */
    static Group unnamed() {
        return new Group("", null, AttendanceStatus.PRESENT, false, true, false);
    }

    private static Group of(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        AttendanceStatus status = status(lower);
        boolean others = OTHERS.matcher(lower).matches();
        AttendeeRole role = others && !lower.contains("revisor") ? AttendeeRole.GUEST : role(lower);
        return new Group(
                heading,
                role,
                status,
                REMOTE.matcher(lower).matches(),
                role == null,
                BARE.matcher(lower).matches());
    }

    static AttendanceStatus status(String lower) {
        if (lower.contains("förhind") || lower.matches("(?:.*\\b)?(?:meddela|anmäl)\\p{L}* frånvar.*")) {
            return AttendanceStatus.EXCUSED;
        }
        boolean absent = lower.contains("frånvar") || lower.matches("(?:.* )?(?:ej|inte|icke) närvar.*");
        return absent ? AttendanceStatus.ABSENT : AttendanceStatus.PRESENT;
    }

    private static @Nullable AttendeeRole role(String lower) {
        if (lower.contains("ordförande") && lower.split(" ", -1).length <= 4) {
            return Offices.role(lower).orElse(lower.contains("vice") ? AttendeeRole.VICE_CHAIR : AttendeeRole.CHAIR);
        }
        if (lower.contains("ledam") && lower.contains("ersättare") && !lower.contains("tjänstg")) {
            return null;
        }
        if (lower.contains("ledam") || lower.contains("beslutande") || lower.contains("förtroendevald")) {
            return AttendeeRole.MEMBER;
        }
        if (lower.contains("ersättare") || lower.contains("suppleant") || lower.matches(".*\\bers\\b.*")) {
            return AttendeeRole.SUBSTITUTE;
        }
        return lower.contains("revisor") ? AttendeeRole.AUDITOR : null;
    }
}
