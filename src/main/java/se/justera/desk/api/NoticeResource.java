package se.justera.desk.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.MinutesState;
import se.justera.notice.Announcement;
import se.justera.notice.Posting;

/**
 * A notice as the API shows it.
 *
 * @param latestPosting the law's latest day to post it
 * @param appealUntil the appeal's last day; null until it is posted on every board
 * @param inForceFrom the day after
 * @param text to copy to the boards, in Swedish; its days hold if it is posted today
 */
record NoticeResource(
        UUID minutes,
        MinutesState state,
        long version,
        LocalDate adjustedOn,
        LocalDate latestPosting,
        String keptAt,
        List<Board> boards,
        @Nullable LocalDate appealUntil,
        @Nullable LocalDate inForceFrom,
        String text) {

    static NoticeResource of(Announcement announcement, String text) {
        return new NoticeResource(
                announcement.minutes().id().value(),
                announcement.minutes().state(),
                announcement.version(),
                announcement.adjustedOn(),
                announcement.latestPosting(),
                announcement.keptAt(),
                announcement.postings().stream().map(Board::of).toList(),
                announcement.appealUntil(),
                announcement.inForceFrom(),
                text);
    }

    /** The notice on one board; a day is null where it is not posted, or not taken down. */
    record Board(
            UUID id,
            String name,
            @Nullable String address,
            @Nullable LocalDate postedOn,
            @Nullable String postedBy,
            @Nullable LocalDate takenDownOn,
            @Nullable String takenDownBy) {

        static Board of(Posting posting) {
            return new Board(
                    posting.board(),
                    posting.name(),
                    posting.address(),
                    posting.postedOn(),
                    posting.postedBy(),
                    posting.takenDownOn(),
                    posting.takenDownBy());
        }
    }
}
