package se.justera.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.MinutesKind;

/** Whose minutes these are, of what body, of what kind, and which in their row. */
final class Identity {

    private static final int LONGEST = 300;

    private final AssociationReader association = new AssociationReader();
    private final MeetingBody body = new MeetingBody();
    private final MinutesNumber number = new MinutesNumber();
    private @Nullable MinutesKind kind;
    private @Nullable String title;
    private @Nullable String subtitle;

    /** Takes in a line if it says one of these things. */
    boolean read(String line) {
        return line.length() <= LONGEST
                && (readOrgNumber(line)
                        || readTitle(line)
                        || readHeldAt(line)
                        || association.read(line)
                        || readNameThenTitle(line)
                        || association.repeats(line)
                        || body.readAlone(line)
                        || readMeetingWith(line)
                        || readBodyThenNumber(line)
                        || readBodyOfName(line));
    }

    private boolean readOrgNumber(String line) {
        Matcher m = AssociationReader.ORG_NUMBER.matcher(line);
        if (!m.find()) {
            return false;
        }
        association.number(m);
        String before = line.substring(0, m.start()).strip();
        String after = line.substring(m.end()).strip();
        if (!before.isEmpty() && !after.isEmpty()) {
            return association.read(before) && read(after);
        }
        String rest = before + after;
        return rest.isEmpty() || association.read(rest) || association.repeats(rest) || association.readSure(rest);
    }

    private boolean readTitle(String line) {
        Matcher m = IdentityForm.TITLE.matcher(line);
        if (!m.matches()) {
            return false;
        }
        String rest = m.group("rest").strip();
        Matcher numbered = IdentityForm.NUMBER_THEN_HELD_AT.matcher(rest);
        boolean both = numbered.matches() && readHeldAt(numbered.group("held")) && readNumber(numbered.group("number"));
        both |= readNumberThenBody(rest);
        if (!rest.isEmpty() && !both && !readNumber(rest) && !readHeldAt(rest) && !body.readWord(rest)) {
            return false;
        }
        kind = m.group("notes") == null ? MinutesKind.PROTOCOL : MinutesKind.NOTES;
        readWrittenTitle(line, m.start("rest"), rest);
        if (m.group("whose") != null) {
            body.readIfUnknown(m.group("whose"));
        }
        body.readOfTitle(m.group("body"));
        return true;
    }

    boolean readNumberThenBody(String rest) {
        Matcher m = IdentityForm.NUMBER_THEN_BODY.matcher(rest);
        return m.matches()
                && MinutesNumber.is(m.group("number"))
                && body.readWord(m.group("body"))
                && readNumber(m.group("number"));
    }

    /** The title as written, without a number or the body that follows it; "fört vid …" after it is the subtitle. */
    private void readWrittenTitle(String line, int end, String rest) {
        if (title == null) {
            boolean whole = rest.isEmpty() || !(IdentityForm.followsTitle(rest) || rest.equals(body.name()));
            title = (whole ? line : line.substring(0, end)).replaceFirst("[ :]{1,5}$", "");
        }
    }

    /** "Protokoll nr" is a title before its number. */
    void readTitleLabel(String label) {
        if (title == null && label.matches("(?iu)protokoll (?:nr|nummer)")) {
            title = label.substring(0, label.indexOf(' '));
        }
    }

    private boolean readMeetingWith(String line) {
        Matcher m = IdentityForm.MEETING_WITH.matcher(line);
        boolean said = m.matches() && body.name() == null;
        if (said) {
            body.readIfUnknown(m.group("whom"));
            subtitle = subtitle == null ? line : subtitle;
        }
        return said;
    }

    /** "Styrelsemöte nr 5/2024". */
    private boolean readBodyThenNumber(String line) {
        Matcher m = IdentityForm.BODY_THEN_NUMBER.matcher(line);
        return m.matches()
                && number.number() == null
                && MeetingBody.is(m.group("body"))
                && !body.isOther(m.group("body"))
                && readNumber(m.group("number"))
                && body.readAlone(m.group("body"));
    }

    /** "Styrelsemöte i Samordningsförbundet Lerdal". */
    private boolean readBodyOfName(String line) {
        Matcher parts = IdentityForm.BODY_THEN_NAME.matcher(line);
        boolean both = parts.matches() && !association.isNamed() && MeetingBody.is(parts.group("body"));
        if (both) {
            body.readIfUnknown(parts.group("body"));
            association.readSure(parts.group("name"));
        }
        return both;
    }

    private boolean readHeldAt(String line) {
        Matcher m = IdentityForm.HELD_AT.matcher(line);
        if (!m.matches()) {
            return false;
        }
        String rest = m.group("rest");
        Matcher parts = IdentityForm.BODY_THEN_NAME.matcher(rest);
        boolean read;
        String written = line;
        if (parts.matches() && body.meetWith(parts.group("body"), parts.group("name"))) {
            read = true;
        } else if (parts.matches()) {
            String met = body.meet(parts.group("body"));
            written = withoutEnd(line, met);
            read = association.readSure(withoutEnd(parts.group("name"), met));
        } else {
            read = body.readWord(rest);
        }
        if (!read && title != null && subtitle == null && line.startsWith("fört vid ")) {
            body.readIfUnknown(rest);
            read = true;
        }
        subtitle = read && subtitle == null ? written : subtitle;
        return read;
    }

    /** The text without the body's name that the next line said once more. */
    private static String withoutEnd(String text, String body) {
        boolean twice = text.toLowerCase(Locale.ROOT).endsWith(" " + body.toLowerCase(Locale.ROOT));
        return twice ? text.substring(0, text.length() - body.length()).strip() : text;
    }

    /** "Samordningsförbundet Älven SAMMANTRÄDESPROTOKOLL", whose gap was lost. */
    private boolean readNameThenTitle(String line) {
        Matcher m = IdentityForm.NAME_THEN_TITLE.matcher(line);
        return m.matches()
                && (association.repeats(m.group("name")) || association.read(m.group("name")))
                && readTitle(m.group("title"));
    }

    /** Takes in "# 3 – 2022", "nr 3", "2022/3" and their like, if that is all. */
    boolean readNumber(String text) {
        return number.read(text);
    }

    /** Takes the body as its own label names it, once. */
    boolean readBodyLabel(String text) {
        return body.readLabelled(text);
    }

    /** The first line of a text that names nobody else is the name of whoever kept the minutes. */
    boolean readUnknownName(String line) {
        return association.readUnknown(line);
    }

    /** At the head of every page, "VALSJÖ KOMMUN" or "Region Fyr" says whose minutes these are. */
    boolean readOwner(String line) {
        return association.readOwner(line);
    }

    @Nullable
    AssociationName association() {
        return association.association();
    }

    @Nullable
    MinutesKind kind() {
        return kind;
    }

    /** The title as written: "PROTOKOLL", "Styrelseprotokoll". */
    @Nullable
    String title() {
        return title;
    }

    /** What stands under the title: "fört vid sammanträde med styrelsen", without "för" and whose minutes these are. */
    @Nullable
    String subtitle() {
        AssociationName of = association();
        String name = of == null ? null : of.name();
        if (subtitle == null || name == null || !subtitle.endsWith(name)) {
            return subtitle;
        }
        Matcher m = IdentityForm.OF_WHOM.matcher(subtitle.substring(0, subtitle.length() - name.length()));
        return m.find() ? subtitle.substring(0, m.start()) : subtitle;
    }

    @Nullable
    String body() {
        return body.name();
    }

    @Nullable
    Integer number() {
        return number.number();
    }

    @Nullable
    Integer year() {
        return number.year();
    }
}
