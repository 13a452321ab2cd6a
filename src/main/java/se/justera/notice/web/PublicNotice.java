package se.justera.notice.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesTitle;
import se.justera.notice.Announcement;

/** What a notice tells everybody (KL 8:12); nothing of what the minutes say. */
public record PublicNotice(
        String title,
        @Nullable String body,
        @Nullable LocalDate meetingDate,
        String paragraphs,
        LocalDate adjustedOn,
        List<Board> boards,
        @Nullable LocalDate appealUntil,
        String keptAt) {

    /** Where it is posted. */
    public record Board(
            String name, @Nullable String address, @Nullable LocalDate postedOn) {}

    static PublicNotice of(Announcement announcement) {
        Draft draft = announcement.minutes().draft();
        return new PublicNotice(
                MinutesTitle.of(draft),
                draft.body(),
                draft.meeting() == null ? null : draft.meeting().date(),
                announcement.paragraphs(),
                announcement.adjustedOn(),
                announcement.postings().stream()
                        .map(posting -> new Board(posting.name(), posting.address(), posting.postedOn()))
                        .toList(),
                announcement.appealUntil(),
                announcement.keptAt());
    }
}
