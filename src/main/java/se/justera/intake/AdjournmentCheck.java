package se.justera.intake;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Adjournment;
import se.justera.minutes.Draft.Meeting;

/** A break ends after it begins, lies within the meeting, and stands between matters that there are. */
final class AdjournmentCheck implements DraftCheck {

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        Meeting meeting = draft.meeting();
        for (int i = 0; meeting != null && i < meeting.adjournments().size(); i++) {
            Adjournment adjournment = meeting.adjournments().get(i);
            String at = "/meeting/adjournments/" + i;
            if (isBefore(adjournment.end(), adjournment.start())
                    || isBefore(adjournment.start(), meeting.start())
                    || isBefore(meeting.end(), adjournment.end())) {
                findings.add(new Finding(at, "adjourned-outside"));
            }
            if (lacks(draft, adjournment.afterItem()) || lacks(draft, adjournment.beforeItem())) {
                findings.add(new Finding(at, "adjourned-no-such"));
            }
        }
        return findings;
    }

    private static boolean isBefore(@Nullable LocalTime one, @Nullable LocalTime other) {
        return one != null && other != null && one.isBefore(other);
    }

    private static boolean lacks(Draft draft, @Nullable Integer number) {
        return number != null && draft.items().stream().noneMatch(item -> Objects.equals(item.number(), number));
    }
}
