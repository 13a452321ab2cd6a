package se.justera.intake;

import java.util.regex.Pattern;

/** How titles and the lines under them are written. */
final class IdentityForm {

    static final Pattern TITLE = Pattern.compile(
            "(?iu)(?:(?<whose>\\p{L}{0,40}(?:styrelsen|nämnden|utskottet|direktionen|fullmäktige|rådet|mötet|stämman))s )?"
                    + "(?:(?<body>\\p{L}{0,40})protokoll|(?<notes>minnesanteckningar|mötesanteckningar|anteckningar|mötesnoteringar|minnesnoteringar|noteringar|minneslista))(?!\\p{L})(?<rest>.*)");
    /** "Möte med förbundets styrelse". */
    static final Pattern MEETING_WITH = Pattern.compile(
            "(?iu)(?:ordinarie |extra |konstituerande )?(?:sammanträde|möte) med "
                    + "(?<whom>(?:\\p{L}{2,30}s )?\\p{L}{0,30}(?:styrelsen?|nämnden|utskottet?|direktionen|fullmäktige|rådet?))");

    static final Pattern HELD_AT = Pattern.compile("(?iu)(?:fört|förda|från|vid|för) (?:vid |från )?(?<rest>.+)");
    static final Pattern BODY_THEN_NAME =
            Pattern.compile("(?<body>[^:(]{3,80}?)(?: [-–—] |, | med (?=\\p{Lu})| i (?=\\p{Lu})"
                    + "| för (?=\\p{Lu})| (?=Samordningsförbund))(?<name>\\p{Lu}.{2,120})");
    /** Before the name of whose minutes these are, which the letterhead says. */
    static final Pattern OF_WHOM = Pattern.compile(" (?:i|för) $");

    static final Pattern NAME_THEN_TITLE =
            Pattern.compile("(?iu)(?<name>.{5,120}) (?<title>\\p{L}{0,30}protokoll|minnesanteckningar|minneslista)");
    static final Pattern BODY_THEN_NUMBER = Pattern.compile(
            "(?iu)(?<body>.{4,60}?),? (?<number>(?:#|nr\\.?|nummer) ?\\d.{0,12}|\\d{1,3} ?[/–-] ?(?:19|20)\\d{2})");
    static final Pattern NUMBER_THEN_HELD_AT = Pattern.compile(
            "(?iu)(?<number>(?:#|nr\\.?|nummer) ?\\d[\\d/ –-]{0,12})[, ] ?(?<held>(?:fört|förda|från|vid|för) .+)");

    /** "nr 2/2025, styrelsesammanträde". */
    static final Pattern NUMBER_THEN_BODY = Pattern.compile(
            "(?iu)(?<number>(?:#|nr\\.?|nummer)? ?\\d{1,4}[\\d/ –-]{0,12}), ?(?<body>\\p{L}[\\p{L} ]{3,60})");

    private IdentityForm() {}

    /** "Styrelsen för Samordningsförbundet Lerdal" is a body's line before it is an association's. */
    static boolean beginsWithBody(String text) {
        return BODY_THEN_NAME.matcher(text).matches() && MeetingBody.is(text.split(" ", 2)[0]);
    }

    /** What follows a title's word and is no part of the title. */
    static boolean followsTitle(String rest) {
        return MinutesNumber.is(rest)
                || HELD_AT.matcher(rest).matches()
                || NUMBER_THEN_HELD_AT.matcher(rest).matches()
                || NUMBER_THEN_BODY.matcher(rest).matches();
    }
}
