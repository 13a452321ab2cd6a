package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For which §§ somebody was there, as a note in the attendance says it: "på § 1115", "§§ 1-4, 7", "fr.o.m. § 5".
 *
 * @param ranges pairs of first and last §; {@link #OPEN} stands for an end that the note leaves open
 * @param away true where these are the §§ for which somebody was not there: "ej § 84"
 * @param points the note as written where it counts points of an agenda, "punkt 5", which need not be §§; else empty
 */
record Presence(List<List<Integer>> ranges, boolean away, String points, int from, int to) {

    static final int OPEN = -1;

    private static final String YEAR = "(?:/(?:(?:19|20)\\d{2}|\\d{2}))?+";
    private static final String NUMBER = "(?<![\\d])\\d{1,5}" + YEAR;
    private static final String MORE = "(?: ?(?:[-–,]|och|till) ?(?:del av )?§{0,2} ?\\d{1,5}" + YEAR + "){0,30}";
    private static final Pattern NOTE = Pattern.compile(
            "(?iu)\\(?(?<word>(?:deltog |deltar |deltagit |närvarade )?(?:ej|inte|icke)(?: på| vid| under| i)?|utom|förutom|frånvarande(?: på| vid| under)?|fr\\.? ?o\\.? ?m\\.?|from|från(?: och med)?|t\\.? ?o\\.? ?m\\.?"
                    + "|tom|till(?: och med)?|(?:deltog |deltar |närvarade )?(?:på|under|vid|i|del av)|deltog|deltar|för|närvarande)? ?(?:(?:\\b(?:(?:ks?)?au|ks|kf|fs) )?§{1,2}|\\b(?:(?<point>punkt(?:en|erna)?|p\\.|ärende)|paragraf(?:en|erna)?)(?= \\d)) ?(?<list>"
                    + NUMBER + MORE + ")\\)?");
    private static final Pattern SIGN_AFTER = Pattern.compile(
            "(?iu)\\(?(?:(?<word>på|under|vid|deltog|för|närvarande|ej|utom|fr\\.?o\\.?m\\.?|från(?: och med)?|t\\.?o\\.?m\\.?|till(?: och med)?) )?"
                    + "(?<list>" + NUMBER + MORE + ") ?§{1,2}(?! ?\\d)\\)?");
    private static final Pattern AWAY =
            Pattern.compile("(?iu)(?:.* )?(?:ej|inte|icke|utom|förutom|frånvarande)(?: .*)?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?: ?[-–] ?(?:del av )?§{0,2} ?(\\d{1,5}))?");

    /** The first note of that kind, or an empty one. */
    static Presence in(String text) {
        Matcher m = NOTE.matcher(text);
        boolean before = m.find();
        if (!before) {
            m = SIGN_AFTER.matcher(text);
        }
        if (!before && !m.find()) {
            return new Presence(List.of(), false, "", 0, 0);
        }
        var ranges = new ArrayList<List<Integer>>();
        Matcher r = RANGE.matcher(m.group("list").replaceAll("/\\d{2,4}", "").replaceAll("(?iu) till ", "-"));
        while (r.find()) {
            int first = Integer.parseInt(r.group(1));
            int last = r.group(2) == null ? first : Integer.parseInt(r.group(2));
            ranges.add(open(m.group("word"), first, last));
        }
        String points = before && m.group("point") != null ? m.group().replaceAll("^\\(|\\)$", "") : "";
        return new Presence(List.copyOf(ranges), isAway(m.group("word")), points, m.start(), end(m));
    }

    /** True where the text says after the note why somebody was away: "ej § 84 på grund av jäv". */
    boolean givesReason(String text) {
        return away && Person.isReason(text.substring(to).strip());
    }

    /** The end of the note, without a bracket that something before the note opened. */
    private static int end(Matcher m) {
        boolean other = m.group().endsWith(")") && !m.group().startsWith("(");
        return other ? m.end() - 1 : m.end();
    }

    private static boolean isAway(@Nullable String word) {
        return word != null && AWAY.matcher(word).matches();
    }

    private static List<Integer> open(@Nullable String word, int first, int last) {
        String lead = word == null ? "" : word.toLowerCase(java.util.Locale.ROOT);
        if (first == last && lead.startsWith("fr")) {
            return List.of(first, OPEN);
        }
        return first == last && lead.startsWith("t") ? List.of(OPEN, last) : List.of(first, last);
    }

    /** The ranges with open ends closed at the first and the last § of the meeting. */
    static List<List<Integer>> closed(List<List<Integer>> ranges, int first, int last) {
        return ranges.stream()
                .map(r -> List.of(r.get(0) == OPEN ? first : r.get(0), r.get(1) == OPEN ? last : r.get(1)))
                .toList();
    }

    /** What is left of the meeting's §§ without those. */
    static List<List<Integer>> without(List<List<Integer>> away, int first, int last) {
        var left = new ArrayList<List<Integer>>();
        int next = first;
        for (List<Integer> range : closed(away, first, last)) {
            if (range.get(0) > next) {
                left.add(List.of(next, range.get(0) - 1));
            }
            next = Math.max(next, range.get(1) + 1);
        }
        if (next <= last) {
            left.add(List.of(next, last));
        }
        return left;
    }
}
