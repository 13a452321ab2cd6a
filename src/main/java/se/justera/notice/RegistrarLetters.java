package se.justera.notice;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.justera.access.PublicAddress;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;
import se.justera.notify.Letter;
import se.justera.notify.PostOffice;

/** Tells an association's registrar what there is to do; nobody, where the association has said no address. */
@Component
public class RegistrarLetters {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("sv"));

    private final Announcements announcements;
    private final NoticeBoards boards;
    private final PostOffice post;
    private final PublicAddress address;

    RegistrarLetters(Announcements announcements, NoticeBoards boards, PostOffice post, PublicAddress address) {
        this.announcements = announcements;
        this.boards = boards;
        this.post = post;
        this.address = address;
    }

    /**
     * What the registrar is asked for.
     */
    public enum Matter {
        POST("notice-post"),
        POST_TODAY("notice-post-reminder"),
        TAKE_DOWN("notice-takedown"),
        STILL_UP("notice-takedown-reminder");

        private final String template;

        Matter(String template) {
            this.template = template;
        }
    }

    public void write(MinutesId minutes, Matter matter) {
        announcements.of(minutes).ifPresent(announcement -> {
            String to = boards.office(announcement.minutes().tenant()).registrarEmail();
            if (to != null) {
                post.send(new Letter(to, matter.template, facts(announcement)));
            }
        });
    }

    private Map<String, Object> facts(Announcement announcement) {
        MinutesView minutes = announcement.minutes();
        var facts = new HashMap<String, Object>();
        facts.put("title", MinutesTitle.of(minutes.draft()));
        facts.put("adjustedOn", DAY.format(announcement.adjustedOn()));
        facts.put("latest", DAY.format(announcement.latestPosting()));
        facts.put("boards", boards(announcement));
        facts.put("appealUntil", announcement.appealUntil() == null ? "–" : DAY.format(announcement.appealUntil()));
        facts.put("link", address.of("/desk/minutes/" + minutes.id() + "/notice"));
        return facts;
    }

    private static String boards(Announcement announcement) {
        return announcement.postings().isEmpty()
                ? "–"
                : announcement.postings().stream().map(Posting::name).collect(Collectors.joining(", "));
    }
}
