package se.justera.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/**
 * Personal identity numbers do not belong in minutes that are published. A number is one if it begins with a day (for
 * coordination numbers plus 60) and its check digit is right; the remark never repeats it.
 */
final class PersonalNumberCheck implements DraftCheck {

    private static final Pattern NUMBER = Pattern.compile(
            "(?U)(?<![\\d-])(?:19|20)?(\\d{2})(\\d{2})(\\d{2})(?:\\s?[-+\\u2010-\\u2015\\u2212]\\s?|\\s)?(\\d{4})(?![\\d-])");
    private static final int COORDINATION = 60;

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        DraftJson.texts(draft).forEach((at, text) -> {
            if (!at.equals("/association/orgNumber") && holdsOne(text)) {
                findings.add(new Finding(at, "personal-number"));
            }
        });
        return findings;
    }

    static boolean holdsOne(String text) {
        Matcher m = NUMBER.matcher(text);
        while (m.find()) {
            if (isDay(m) && hasRightCheckDigit(m.group(1) + m.group(2) + m.group(3) + m.group(4))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(Matcher m) {
        int day = Integer.parseInt(m.group(3));
        try {
            // a leap year, so that 29 February is a day whatever the century
            LocalDate.of(2000, Integer.parseInt(m.group(2)), day > COORDINATION ? day - COORDINATION : day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** The Luhn check over all ten digits. */
    private static boolean hasRightCheckDigit(String ten) {
        int sum = 0;
        for (int i = 0; i < ten.length(); i++) {
            int digit = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }
}
