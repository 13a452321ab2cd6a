package se.justera.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.AssociationName;
import se.justera.minutes.Draft.MinutesKind;

/** Whose minutes these are, of what body, of what kind, and which in their row. */
final class Identity {

    private static final Pattern ORG_NUMBER = Pattern.compile(
            "(?iu)[(,]? ?org(?:\\.|anisations)?[ -]?(?:nr|nummer)\\.?:? ?(?<number>\\d{6} ?-? ?\\d{4})\\)?");
    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?:(?<body>\\p{L}{0,40})protokoll|(?<notes>minnesanteckningar|mötesanteckningar|anteckningar))(?!\\p{L})(?<rest>.*)");
    private static final Pattern HELD_AT =
            Pattern.compile("(?iu)(?:fört|förda|från|vid|för) (?:vid |från )?(?<rest>.+)");
    private static final Pattern BODY_THEN_NAME =
            Pattern.compile("(?<body>.{3,80}?)(?: [-–—] |, | med (?=\\p{Lu})| i (?=\\p{Lu})"
                    + "| för (?=\\p{Lu})| (?=Samordningsförbund))(?<name>\\p{Lu}.{2,120})");
    private static final Pattern NUMBER_YEAR =
            Pattern.compile("(?iu)(?:#|nr\\.?|nummer)? ?(?<n>\\d{1,4}) ?[-–/:] ?(?<y>(?:19|20)\\d{2})(?!\\d|-)");
    private static final Pattern YEAR_NUMBER =
            Pattern.compile("(?iu)(?:#|nr\\.?)? ?(?<y>(?:19|20)\\d{2}) ?[-–/:] ?(?<n>\\d{1,3})(?![\\d-])");
    private static final Pattern NUMBER =
            Pattern.compile("(?iu)(?:#|nr\\.?|nummer) ?(?<n>\\d{1,4})(?!\\d)|(?<m>\\d{1,4})");
    private static final Pattern NAME =
            Pattern.compile("(?iu)(?:samordningsförbund|kommunalförbund|förbundet |finsam |stiftelsen "
                    + "|föreningen |bostadsrättsföreningen |ekonomiska föreningen ).{2,120}");
    private static final Pattern OWNER =
            Pattern.compile("(?iu)\\p{Lu}[\\p{L} -]{1,40} (?:kommun|stad)|region \\p{Lu}[\\p{L} -]{1,40}");
    private static final Pattern MEETING_WITH =
            Pattern.compile("(?iu)^(?:ordinarie |extra )?(?:sammanträde|möte) (?:med|i) ");
    private static final Pattern NAME_THEN_TITLE =
            Pattern.compile("(?iu)(?<name>.{5,120}) (?<title>\\p{L}{0,30}protokoll|minnesanteckningar)");
    private static final Pattern GENERIC =
            Pattern.compile("(?iu)samordningsförbundet|kommunalförbundet|förbundet|stiftelsen|föreningen");
    private static final Pattern BODY_THEN_NUMBER = Pattern.compile(
            "(?iu)(?<body>.{4,60}?),? (?<number>(?:#|nr\\.?|nummer) ?\\d.{0,12}|\\d{1,3} ?[/–-] ?(?:19|20)\\d{2})");
    private static final Pattern NUMBER_THEN_HELD_AT = Pattern.compile(
            "(?iu)(?<number>(?:#|nr\\.?|nummer) ?\\d[\\d/ –-]{0,12})[, ] ?(?<held>(?:fört|förda|från|vid|för) .+)");
    private static final Pattern BODY = Pattern.compile(
            "(?iu)(?:\\p{L}{2,30}-,? ){1,3}och \\p{L}{2,30}(?:nämnden|nämnd|styrelsen)|(?:(?:\\p{L}{2,30}-,? ){1,3}och )?\\p{L}{0,30}"
                    + "(?:styrelsens|nämndens) \\p{L}{0,30}(?:utskott|presidium|beredning)(?:et|en)?|\\p{L}{0,30}(?:styrelsen?|nämnden|fullmäktige|utskottet|direktionen)|arbetsutskott(?:et)?|medlemsmötet?|medlemssamråd(?:et)?"
                    + "|styrelsemöte|styrelsesammanträde|nämnden?|årsmötet?|föreningsstämman?|beredningsgruppen?");
    private static final int LONGEST = 300;

    private @Nullable String name;
    private @Nullable String orgNumber;
    private @Nullable MinutesKind kind;
    private @Nullable String body;
    private boolean bodyLabelled;
    private @Nullable String title;
    private @Nullable String subtitle;
    private @Nullable Integer number;
    private @Nullable Integer year;

    /** Takes in a line if it says one of these things. */
    boolean read(String line) {
        return line.length() <= LONGEST
                && (readOrgNumber(line)
                        || readTitle(line)
                        || readHeldAt(line)
                        || readName(line)
                        || readNameThenTitle(line)
                        || repeatsName(line)
                        || readBodyAlone(line)
                        || readBodyThenNumber(line)
                        || readBodyOfName(line));
    }

    private boolean readOrgNumber(String line) {
        Matcher m = ORG_NUMBER.matcher(line);
        if (!m.find()) {
            return false;
        }
        orgNumber = m.group("number").replace(" ", "");
        String before = line.substring(0, m.start()).strip();
        String after = line.substring(m.end()).strip();
        if (!before.isEmpty() && !after.isEmpty()) {
            return readName(before) && read(after);
        }
        String rest = before + after;
        if (rest.isEmpty() || readName(rest) || repeatsName(rest)) {
            return true;
        }
        name = name == null ? rest : name;
        return rest.equals(name);
    }

    private boolean readTitle(String line) {
        Matcher m = TITLE.matcher(line);
        if (!m.matches()) {
            return false;
        }
        String rest = m.group("rest").strip();
        Matcher numbered = NUMBER_THEN_HELD_AT.matcher(rest);
        boolean both = numbered.matches() && readHeldAt(numbered.group("held")) && readNumber(numbered.group("number"));
        if (!rest.isEmpty() && !both && !readNumber(rest) && !readHeldAt(rest) && !readBody(rest)) {
            return false;
        }
        kind = m.group("notes") == null ? MinutesKind.PROTOCOL : MinutesKind.NOTES;
        readWrittenTitle(line, m.start("rest"), rest);
        String titleBody = m.group("body");
        if (body == null
                && titleBody != null
                && titleBody.matches("(?iu)styrelse|arbetsutskotts?|nämnd|årsmötes?|medlemsmötes?")) {
            body = titleBody.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        }
        return true;
    }

    /** The title as written, without a number that follows it; "fört vid …" after it is the subtitle. */
    private void readWrittenTitle(String line, int end, String rest) {
        if (title == null) {
            boolean whole = rest.isEmpty()
                    || !(isNumber(rest)
                            || HELD_AT.matcher(rest).matches()
                            || NUMBER_THEN_HELD_AT.matcher(rest).matches());
            title = (whole ? line : line.substring(0, end)).replaceFirst("[ :]{1,5}$", "");
        }
    }

    /** "Protokoll nr" is a title before its number. */
    void readTitleLabel(String label) {
        if (title == null && label.matches("(?iu)protokoll (?:nr|nummer)")) {
            title = label.substring(0, label.indexOf(' '));
        }
    }

    private static boolean isNumber(String text) {
        return new Identity().readNumber(text);
    }

    private boolean readBody(String rest) {
        String text = rest.replaceFirst("^[-–—:, ]{1,5}", "");
        if (!text.matches("(?iu)\\p{L}{0,30}(?:styrelse|utskott|möte|medlem|nämnd|råd|sammanträde)\\p{L}{0,20}")) {
            return false;
        }
        body = text;
        return true;
    }

    private boolean readBodyAlone(String line) {
        if (!BODY.matcher(line).matches() || (body != null && !body.equalsIgnoreCase(line))) {
            return false;
        }
        body = body == null ? line : body;
        return true;
    }

    /** "Styrelsemöte nr 5/2024". */
    private boolean readBodyThenNumber(String line) {
        Matcher m = BODY_THEN_NUMBER.matcher(line);
        return m.matches()
                && number == null
                && BODY.matcher(m.group("body")).matches()
                && (body == null || body.equalsIgnoreCase(m.group("body")))
                && readNumber(m.group("number"))
                && readBodyAlone(m.group("body"));
    }

    /** "Styrelsemöte i Samordningsförbundet Lerdal". */
    private boolean readBodyOfName(String line) {
        Matcher parts = BODY_THEN_NAME.matcher(line);
        boolean both = parts.matches()
                && name == null
                && BODY.matcher(parts.group("body")).matches();
        if (both) {
            body = body == null ? parts.group("body") : body;
            name = parts.group("name");
        }
        return both;
    }

    private boolean readHeldAt(String line) {
        Matcher m = HELD_AT.matcher(line);
        if (!m.matches()) {
            return false;
        }
        String rest = m.group("rest");
        Matcher parts = BODY_THEN_NAME.matcher(rest);
        boolean read;
        String written = line;
        if (parts.matches()) {
            body = MEETING_WITH.matcher(parts.group("body")).replaceFirst("");
            String ofWhom = withoutEnd(parts.group("name"), body);
            written = withoutEnd(line, body);
            name = name == null ? ofWhom : name;
            read = name.equals(ofWhom);
        } else {
            read = readBody(rest);
        }
        subtitle = read && subtitle == null ? written : subtitle;
        return read;
    }

    /** The text without the body's name that the next line said once more. */
    private static String withoutEnd(String text, String body) {
        boolean twice = text.toLowerCase(Locale.ROOT).endsWith(" " + body.toLowerCase(Locale.ROOT));
        return twice ? text.substring(0, text.length() - body.length()).strip() : text;
    }

    private boolean readName(String line) {
        String text = line.replaceFirst("[:,]$", "").strip();
        boolean ofBody = BODY_THEN_NAME.matcher(text).matches()
                && BODY.matcher(text.split(" ", 2)[0]).matches();
        if (name != null
                || ofBody
                || !NAME.matcher(text).matches()
                || (Wrapping.isTerminated(text) && !text.endsWith(")"))) {
            return false;
        }
        name = text;
        return true;
    }

    /** "Samordningsförbundet Älven SAMMANTRÄDESPROTOKOLL", whose gap was lost. */
    private boolean readNameThenTitle(String line) {
        Matcher m = NAME_THEN_TITLE.matcher(line);
        return m.matches()
                && (repeatsName(m.group("name")) || readName(m.group("name")))
                && readTitle(m.group("title"));
    }

    private boolean repeatsName(String line) {
        String text = line.replaceFirst("[:,]$", "").strip();
        return name != null && text.equalsIgnoreCase(name);
    }

    /** Takes in "# 3 – 2022", "nr 3", "2022/3" and their like, if that is all. */
    boolean readNumber(String text) {
        String given = text.strip();
        if (readNumber(NUMBER_YEAR, given) || readNumber(YEAR_NUMBER, given)) {
            return true;
        }
        Matcher m = NUMBER.matcher(given);
        if (!m.matches()) {
            return false;
        }
        number = Integer.valueOf(m.group("n") == null ? m.group("m") : m.group("n"));
        return true;
    }

    private boolean readNumber(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        if (!m.matches()) {
            return false;
        }
        number = Integer.valueOf(m.group("n"));
        year = Integer.valueOf(m.group("y"));
        return true;
    }

    /** Takes the body as its own label names it, once. */
    boolean readBodyLabel(String text) {
        boolean first = !bodyLabelled || text.equals(body);
        body = first ? text : body;
        bodyLabelled = true;
        return first;
    }

    /** The first line of a text that names nobody else is the name of whoever kept the minutes. */
    boolean readUnknownName(String line) {
        if (name != null
                || line.length() > 100
                || Wrapping.isTerminated(line)
                || !Character.isUpperCase(line.codePointAt(0))) {
            return false;
        }
        name = line;
        return true;
    }

    /** At the head of every page, "VALSJÖ KOMMUN" or "Region Fyr" says whose minutes these are. */
    boolean readOwner(String line) {
        boolean owner = name == null && OWNER.matcher(line).matches();
        name = owner ? line : name;
        return owner;
    }

    /** True for the number of an organisation, which is a line of its own. */
    static boolean isOrgNumber(String line) {
        return line.length() <= LONGEST && ORG_NUMBER.matcher(line).lookingAt();
    }

    /** True for a word that is only the beginning of an association's name, whose rest stands in the next line. */
    static boolean isHalfName(String line) {
        return GENERIC.matcher(line).matches();
    }

    /** True for the name of a body and nothing else. */
    static boolean isBody(String line) {
        return BODY.matcher(line).matches();
    }

    @Nullable
    AssociationName association() {
        return name == null && orgNumber == null ? null : new AssociationName(name, orgNumber);
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

    /** What stands under the title as written: "fört vid arbetsutskott - …". */
    @Nullable
    String subtitle() {
        return subtitle;
    }

    @Nullable
    String body() {
        return body;
    }

    @Nullable
    Integer number() {
        return number;
    }

    @Nullable
    Integer year() {
        return year;
    }
}
