package se.justera.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.MeetingMode;

/** When and where a meeting was, as the head of its minutes says it. */
final class MeetingFacts {

    private static final Pattern FILLER = Pattern.compile(
            "(?iu)\\b(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en)?\\b|\\bden\\b|\\bkl(?:ockan|\\.|\\b)|[,;.()\\s–-]+");
    private static final String WEEKDAY = "(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\\b";
    private static final Pattern BEFORE_DAY = Pattern.compile("(?iu)" + WEEKDAY + ",?(?: den)? *$");
    private static final Pattern START_FILLER =
            Pattern.compile("(?iu)^(?:[ ,;–-]|" + WEEKDAY + "|\\bden\\b|\\b(?:i|på|vid) (?=\\p{Lu}))+");
    private static final Pattern END_FILLER =
            Pattern.compile("(?iu)(?:[ ,;–-]|" + WEEKDAY + "|\\bden\\b|\\bkl\\b\\.?|\\bklockan\\b)+$");
    private static final Pattern BREAK =
            Pattern.compile("(?iu)[ ,;(]{1,4}(?:mötet |sammanträdet )?(?:ajourner|med paus|paus\\b).{0,200}");
    private static final Pattern ONLINE =
            Pattern.compile("(?iu)(?:(?:microsoft|ms|via|på|digitalt?|möte)[ ,:]{1,3}){0,4}"
                    + "(?:teams|zoom|skype|google meet|digitalt?|digitalt möte|distans|videomöte|webbmöte|distansmöte|telefonmöte|video|webex)"
                    + "(?:-?möte|-?länk)?\\.?");
    private static final Pattern PARTLY_ONLINE =
            Pattern.compile("(?iu).*\\b(?:teams|zoom|skype|google meet|digitalt|distans|videolänk|webex|hybrid)\\b.*");

    private @Nullable LocalDate date;
    private @Nullable LocalTime start;
    private @Nullable LocalTime end;
    private @Nullable String place;
    private @Nullable MeetingMode said;

    /** Takes the date and time out of a text; what is left says something else, or nothing. */
    String readWhen(String text) {
        String left = text;
        Dates.Found foundDate = Dates.first(left).orElse(null);
        if (foundDate != null && (date == null || date.equals(foundDate.date()))) {
            date = foundDate.date();
            left = BEFORE_DAY.matcher(left.substring(0, foundDate.from())).replaceFirst("") + " "
                    + left.substring(foundDate.to());
        }
        Times.Found foundTime = Times.first(left).orElse(null);
        if (foundTime != null && (start == null || start.equals(foundTime.start()))) {
            start = foundTime.start();
            end = foundTime.end() == null ? end : foundTime.end();
            left = left.substring(0, foundTime.from()).replaceFirst("(?iu)\\bmellan +$", "") + " "
                    + left.substring(foundTime.to());
        }
        return isFiller(left) ? "" : left.strip();
    }

    /** Takes date, time and place out of one text; what is left tells of breaks. */
    String readPlaceAndWhen(String text) {
        Matcher pause = BREAK.matcher(text);
        boolean paused = pause.find();
        String left = readWhen(paused ? text.substring(0, pause.start()) : text);
        String where =
                END_FILLER.matcher(START_FILLER.matcher(left).replaceFirst("")).replaceFirst("");
        if (!where.isEmpty()) {
            readPlace(where.replaceAll(" {2,}", " ").replace(" ,", ","));
        }
        return paused
                ? text.substring(pause.start())
                        .replaceFirst("^[ ,;–(-]{1,10}", "")
                        .strip()
                : "";
    }

    void readPlace(String text) {
        place = place == null ? text : place + ", " + text;
    }

    /** "På plats", "På plats och digitalt", "Digitalt". */
    void readMode(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean onSite = lower.contains("på plats");
        boolean remote = lower.contains("digital") || lower.contains("distans");
        said = onSite && remote ? MeetingMode.HYBRID : remote ? MeetingMode.REMOTE : MeetingMode.ON_SITE;
    }

    static boolean isFiller(String text) {
        return text.length() < 60 && FILLER.matcher(text).replaceAll("").isEmpty();
    }

    @Nullable
    LocalDate date() {
        return date;
    }

    @Nullable
    LocalTime start() {
        return start;
    }

    @Nullable
    LocalTime end() {
        return end;
    }

    @Nullable
    String place() {
        return place;
    }

    /** How people attended, where the place or the attendance tells. */
    @Nullable
    MeetingMode mode(boolean someRemote, boolean allRemote) {
        if (said != null) {
            return said;
        }
        String where = place == null || place.length() > 200 ? "" : place;
        if (allRemote || ONLINE.matcher(where).matches()) {
            return MeetingMode.REMOTE;
        }
        return someRemote || PARTLY_ONLINE.matcher(where).matches() ? MeetingMode.HYBRID : null;
    }
}
