package se.justera.notice;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.association.Associations;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.MinutesView;

/**
 * The notice itself, in Swedish as the boards are: what was adjusted, where the minutes are kept, the day it was posted
 * and the day it may come down (KL 8:10, 8:12).
 */
@Component
public class NoticeText {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Associations associations;
    private final PublicAddress address;
    private final NoticeBoards boards;
    private final Clock clock;
    private final AppealTime appealTime = new AppealTime();

    NoticeText(Associations associations, PublicAddress address, NoticeBoards boards, Clock clock) {
        this.associations = associations;
        this.address = address;
        this.boards = boards;
        this.clock = clock;
    }

    /** Plain text to copy to a board on which it is not yet; its days hold if it is posted there on this day. */
    public String toPostOn(LocalDate day, Announcement announcement) {
        LocalDate last = announcement.postings().stream()
                .map(Posting::postedOn)
                .filter(Objects::nonNull)
                .filter(posted -> posted.isAfter(day))
                .findFirst()
                .orElse(day);
        MinutesView minutes = announcement.minutes();
        String atOnce = Paragraphs.adjustedAtOnce(minutes.draft());
        List<String> lines = lines(
                "ANSLAG – justerat protokoll",
                minutes,
                announcement.paragraphs(),
                announcement.adjustedOn(),
                day,
                last,
                announcement.keptAt());
        if (!atOnce.isEmpty() && !atOnce.equals(announcement.paragraphs())) {
            lines.add("Omedelbart justerat och anslaget för sig: " + atOnce);
        }
        URI check = address.of("/validate");
        lines.add("Kontrollera protokollet: " + check + " (kontrollkod " + minutes.verificationCode() + ")");
        return String.join("\n", lines);
    }

    /** Empty where nothing was adjusted at the meeting, or nobody knows when that was. */
    public Optional<AtOnce> atOnce(MinutesView minutes) {
        Draft draft = minutes.draft();
        String paragraphs = Paragraphs.adjustedAtOnce(draft);
        LocalDate met = draft.meeting() == null ? null : draft.meeting().date();
        if (draft.kind() == MinutesKind.NOTES || paragraphs.isEmpty() || met == null) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), STOCKHOLM);
        String keptAt = boards.office(minutes.tenant()).keptAt();
        List<String> lines = lines("ANSLAG – omedelbart justerat", minutes, paragraphs, met, today, today, keptAt);
        return Optional.of(new AtOnce(paragraphs, appealTime.latestPosting(met), String.join("\n", lines)));
    }

    private List<String> lines(
            String heading,
            MinutesView minutes,
            String paragraphs,
            LocalDate adjustedOn,
            LocalDate day,
            LocalDate last,
            String keptAt) {
        LocalDate until = appealTime.lastDay(last);
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        lines.add("");
        lines.add("Förbund: " + associations.find(minutes.tenant()).name());
        lines.add("Organ: " + Paragraphs.text(minutes.draft().body()));
        lines.add("Sammanträdesdag: " + Paragraphs.text(meetingDate(minutes.draft())));
        lines.add("Paragrafer: " + Paragraphs.text(paragraphs));
        lines.add("Justerat: " + adjustedOn);
        lines.add("Anslaget sätts upp: " + day);
        lines.add("Sista dag att överklaga: " + until);
        lines.add("Anslaget tas ned tidigast: " + until.plusDays(1));
        lines.add("Protokollet förvaras: " + keptAt);
        return lines;
    }

    private static Object meetingDate(Draft draft) {
        return draft.meeting() == null || draft.meeting().date() == null
                ? ""
                : draft.meeting().date();
    }
}
