package se.justera.desk;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;

/** What a person would call minutes: kind, body, number of the meeting. */
@Component
public class MinutesTitle {

    private final MessageSource messages;

    MinutesTitle(MessageSource messages) {
        this.messages = messages;
    }

    /** For example {@code Protokoll Styrelsen 4/2026}; only the kind if nothing else is known. */
    public String of(Draft draft, Locale locale) {
        var kind = draft.kind() == null ? MinutesKind.PROTOCOL : draft.kind();
        var title = new StringBuilder(messages.getMessage("desk.kind." + kind, null, locale));
        if (draft.body() != null && !draft.body().isBlank()) {
            title.append(' ').append(draft.body().strip());
        }
        Meeting meeting = draft.meeting();
        if (meeting != null && meeting.number() != null) {
            title.append(' ').append(meeting.number());
            if (meeting.year() != null) {
                title.append('/').append(meeting.year());
            }
        }
        return title.toString();
    }

    /** A file name for the PDF: letters, digits and hyphens. */
    public String fileName(Draft draft) {
        String plain = of(draft, Locale.forLanguageTag("sv"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain + ".pdf";
    }
}
