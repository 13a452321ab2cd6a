package se.justera.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The registration number (diarienummer) of a matter, in a line under its heading or at the heading's end. */
final class CaseLine {

    private static final int LONGEST = 120;
    private static final String ONE =
            "(?:\\p{Lu}\\p{L}{0,7}[ ./-]{0,2})?\\d[\\d./:–-]{0,24}(?<![./:–-])(?: \\d{3}(?!\\d))?";
    private static final String NUMBERS = ONE + "(?:(?:, ?| och )" + ONE + "){0,5}";
    private static final String LABEL = "(?:dnr|d\\.nr|diarienr|diarienummer|diarie nr|ärendenr|ärendenummer)\\.?";
    private static final Pattern LINE = Pattern.compile("(?u)(?:(?i:" + LABEL + ")[ :\\t]{1,5}(?<n>" + NUMBERS + ")"
            + "|(?i:ärende)[ :]{1,3}(?<case>(?:19|20)\\d\\d[/:-]\\d{1,8})"
            + "|(?<bare>\\p{Lu}{1,8}[ -]?(?:19|20)\\d\\d[/:-]\\d{1,8}))\\.?");
    private static final Pattern AT_END =
            Pattern.compile("(?u).{2,200}?[ ,(–-]{1,4}(?i:" + LABEL + ")[ :]{1,3}(?<n>" + NUMBERS + ")\\)?");

    private CaseLine() {}

    /** True for a line that says the number of a case and nothing else. */
    static boolean is(String line) {
        return in(line) != null;
    }

    static @Nullable String in(String line) {
        Matcher m = LINE.matcher(line);
        if (line.length() > LONGEST || !m.matches()) {
            return null;
        }
        String labelled = m.group("n") == null ? m.group("case") : m.group("n");
        return labelled == null ? m.group("bare") : labelled;
    }

    static @Nullable String inHeading(@Nullable String heading) {
        Matcher m = AT_END.matcher(heading == null ? "" : heading);
        return m.matches() ? m.group("n") : null;
    }
}
