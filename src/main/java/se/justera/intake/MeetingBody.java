package se.justera.intake;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body that met: a board, a committee, a members' meeting. */
final class MeetingBody {

    private static final Pattern BODY = Pattern.compile(
            "(?iu)(?:\\p{L}{2,30}-,? ){1,3}och \\p{L}{2,30}(?:nämnden|nämnd|styrelsen)|(?:\\p{L}{3,30}a )?\\p{L}{2,30}rådet|(?:(?:\\p{L}{2,30}-,? ){1,3}och )?\\p{L}{0,30}"
                    + "(?:styrelsens|nämndens) \\p{L}{0,30}(?:utskott|presidium|beredning)(?:et|en)?|\\p{L}{0,30}(?:styrelsen?|nämnden|fullmäktige|utskottet|direktionen)|arbetsutskott(?:et)?|medlemsmötet?|medlemssamråd(?:et)?"
                    + "|nämnden för [\\p{L} -]{3,60}|styrelsemöte|styrelsesammanträde|nämnden?|årsmötet?|föreningsstämman?|beredningsgruppen?");
    private static final Pattern KIND_OF_MEETING = Pattern.compile(
            "(?iu)\\p{L}{0,30}(?:styrelse|utskott|möte|medlem|nämnd|råd|sammanträde|grupp)\\p{L}{0,20}");
    private static final Pattern MEETING_WITH =
            Pattern.compile("(?iu)^(?:ordinarie |extra )?(?:sammanträde|möte) (?:med|i) ");

    /** "styrelsens sammanträde" is the board's. */
    private static final Pattern OF_BODY = Pattern.compile(
            "(?iu)(?<=styrelsen|utskottet|nämnden|rådet|direktionen)s (?:ordinarie |extra )?(?:sammanträde|möte)$");
    /** "möte" of whom follows. */
    private static final Pattern MEETING = Pattern.compile("(?iu)(?:ordinarie |extra )?(?:sammanträde|möte)");

    private @Nullable String name;
    private boolean labelled;

    /** True for the name of a body and nothing else. */
    static boolean is(String line) {
        return BODY.matcher(line).matches();
    }

    /** Takes in a line that names the body and nothing else, unless another is known. */
    boolean readAlone(String line) {
        if (!is(line) || (name != null && !name.equalsIgnoreCase(line))) {
            return false;
        }
        name = name == null ? line : name;
        return true;
    }

    /** Takes in one word for a body or a meeting: "– styrelsemöte". */
    boolean readWord(String rest) {
        String written = rest.replaceFirst("^[-–—:, ]{1,5}", "");
        String text = OF_BODY.matcher(written).replaceFirst("");
        if (!KIND_OF_MEETING.matcher(text).matches()) {
            return false;
        }
        name = text;
        return true;
    }

    /** The beginning of a title: "Styrelse" of "Styrelseprotokoll". */
    void readOfTitle(@Nullable String beginning) {
        if (name == null
                && beginning != null
                && beginning.matches("(?iu)styrelse|arbetsutskotts?|nämnd|årsmötes?|medlemsmötes?")) {
            name = beginning.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        }
    }

    /** Takes the body as its own label names it, once. */
    boolean readLabelled(String text) {
        boolean first = !labelled || text.equals(name);
        name = first ? text : name;
        labelled = true;
        return first;
    }

    /** "ordinarie sammanträde med styrelsen" is the board's. */
    String meet(String written) {
        String body = MEETING_WITH.matcher(written).replaceFirst("");
        name = body;
        return body;
    }

    /** "sammanträde med Folkhälsorådet" is that body's. */
    boolean meetWith(String meeting, String whom) {
        boolean body = MEETING.matcher(meeting).matches() && is(whom);
        name = body ? whom : name;
        return body;
    }

    boolean isOther(String text) {
        return name != null && !name.equalsIgnoreCase(text);
    }

    void readIfUnknown(String text) {
        name = name == null ? text : name;
    }

    @Nullable
    String name() {
        return name;
    }
}
