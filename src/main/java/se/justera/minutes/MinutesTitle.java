package se.justera.minutes;

import java.util.Locale;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;

/** Names minutes as people do: "Protokoll styrelsen nr 3/2026". */
public final class MinutesTitle {

    private MinutesTitle() {}

    /** One line without the date. */
    public static String of(Draft draft) {
        var title = new StringBuilder(draft.kind() == MinutesKind.NOTES ? "Minnesanteckningar" : "Protokoll");
        String body = draft.body();
        if (body != null && !body.isBlank()) {
            title.append(' ').append(body.strip().toLowerCase(Locale.forLanguageTag("sv")));
        }
        Meeting meeting = draft.meeting();
        if (meeting != null && meeting.number() != null) {
            title.append(" nr ").append(meeting.number());
            if (meeting.year() != null) {
                title.append('/').append(meeting.year());
            }
        }
        return title.length() <= 600 ? title.toString() : title.substring(0, 600);
    }
}
