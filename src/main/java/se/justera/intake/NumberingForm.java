package se.justera.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Numbering;
import se.justera.minutes.Draft.NumberingPolicy;

/** How a text numbers its matters, as far as one meeting's numbers tell. */
final class NumberingForm {

    private static final Pattern RANGE = Pattern.compile("§{0,2} ?(\\d{1,6})(?: ?[-–] ?§? ?(\\d{1,6}))?");
    /** More §§ than a body has in a year. */
    private static final int MANY = 300;

    private NumberingForm() {}

    /**
     * @param numbers of the matters in their order
     * @param claimed the range that the head names, as written
     * @param meetingNumber which of the year's meetings it was
     */
    static @Nullable Numbering of(
            List<Integer> numbers,
            @Nullable Boolean spaced,
            @Nullable String claimed,
            @Nullable Integer meetingNumber,
            boolean hasItems) {
        Matcher m = RANGE.matcher(claimed == null ? "" : claimed.strip());
        boolean range = m.matches();
        Integer first = range ? Integer.valueOf(m.group(1)) : null;
        Integer last = range ? Integer.valueOf(m.group(m.group(2) == null ? 1 : 2)) : null;
        NumberingPolicy policy =
                numbers.isEmpty() ? (hasItems ? NumberingPolicy.NONE : null) : policy(numbers.get(0), meetingNumber);
        boolean nothing = policy == null && spaced == null && first == null;
        return nothing ? null : new Numbering(policy, spaced, first, last);
    }

    private static @Nullable NumberingPolicy policy(int first, @Nullable Integer meetingNumber) {
        boolean firstOfYear = Integer.valueOf(1).equals(meetingNumber);
        if (first == 1) {
            return firstOfYear ? null : NumberingPolicy.RESTART;
        }
        if (first >= MANY) {
            return NumberingPolicy.CONTINUOUS;
        }
        return meetingNumber == null || firstOfYear ? null : NumberingPolicy.PER_YEAR;
    }
}
