package se.justera.notice;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.association.Associations;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesView;

/**
 * The notice itself, in Swedish as the boards are: what was adjusted, where the minutes are kept, the day it was posted
 * and the day it may come down (KL 8:10, 8:12).
 */
@Component
public class NoticeText {

    private final Associations associations;
    private final PublicAddress address;
    private final AppealTime appealTime = new AppealTime();

    NoticeText(Associations associations, PublicAddress address) {
        this.associations = associations;
        this.address = address;
    }

    /** Plain text to copy to a board on which it is not yet; its days hold if it is posted there on this day. */
    public String toPostOn(LocalDate day, Announcement announcement) {
        LocalDate last = announcement.postings().stream()
                .map(Posting::postedOn)
                .filter(Objects::nonNull)
                .filter(posted -> posted.isAfter(day))
                .findFirst()
                .orElse(day);
        LocalDate until = appealTime.lastDay(last);
        MinutesView minutes = announcement.minutes();
        URI check = address.of("/validate");
        List<String> lines = new ArrayList<>();
        lines.add("ANSLAG – justerat protokoll");
        lines.add("");
        lines.add("Förbund: " + associations.find(minutes.tenant()).name());
        lines.add("Organ: " + Paragraphs.text(minutes.draft().body()));
        lines.add("Sammanträdesdag: " + Paragraphs.text(meetingDate(minutes.draft())));
        lines.add("Paragrafer: " + Paragraphs.text(announcement.paragraphs()));
        lines.add("Justerat: " + announcement.adjustedOn());
        lines.add("Anslaget sätts upp: " + day);
        lines.add("Sista dag att överklaga: " + until);
        lines.add("Anslaget tas ned tidigast: " + until.plusDays(1));
        lines.add("Protokollet förvaras: " + announcement.keptAt());
        lines.add("Kontrollera protokollet: " + check + " (kontrollkod " + minutes.verificationCode() + ")");
        return String.join("\n", lines);
    }

    private static Object meetingDate(Draft draft) {
        return draft.meeting() == null || draft.meeting().date() == null
                ? ""
                : draft.meeting().date();
    }
}
