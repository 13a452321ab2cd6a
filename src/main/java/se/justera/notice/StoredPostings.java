package se.justera.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;

/** Announcements in the database; there is none before the first posting. */
@Repository
class StoredPostings {

    private final JdbcClient database;
    private final NoticeBoards boards;
    private final AppealTime appealTime = new AppealTime();

    StoredPostings(JdbcClient database, NoticeBoards boards) {
        this.database = database;
        this.boards = boards;
    }

    AppealTime appealTime() {
        return appealTime;
    }

    /** A notice is to be on all boards there are; once it is announced, those it was posted on count. */
    Announcement read(MinutesView minutes) {
        var postings = new LinkedHashMap<UUID, Posting>();
        if (minutes.state() == MinutesState.ADJUSTED) {
            boards.of(minutes.tenant()).forEach(board -> postings.put(board.id(), Posting.due(board)));
        }
        stored(minutes.id()).forEach(posting -> postings.put(posting.board(), posting));
        return database.sql("select version, kept_at from announcement where minutes_id = ?")
                .param(minutes.id().value())
                .query((row, n) -> Announcement.of(
                        minutes,
                        row.getLong("version"),
                        row.getString("kept_at"),
                        List.copyOf(postings.values()),
                        appealTime))
                .optional()
                .orElseGet(() -> Announcement.of(
                        minutes,
                        0,
                        boards.office(minutes.tenant()).keptAt(),
                        List.copyOf(postings.values()),
                        appealTime));
    }

    private List<Posting> stored(MinutesId minutes) {
        return database.sql("select * from posting where minutes_id = ? order by board_name")
                .param(minutes.value())
                .query((row, n) -> new Posting(
                        row.getObject("board_id", UUID.class),
                        row.getString("board_name"),
                        row.getString("board_address"),
                        row.getObject("posted_on", LocalDate.class),
                        row.getString("posted_by"),
                        row.getObject("taken_down_on", LocalDate.class),
                        row.getString("taken_down_by")))
                .list();
    }

    /** In the caller's transaction, with the row of the minutes locked. */
    void write(Announcement announcement) {
        UUID id = announcement.minutes().id().value();
        UUID tenant = announcement.minutes().tenant().value();
        int changed = database.sql("update announcement set version = ? where minutes_id = ?")
                .params(announcement.version(), id)
                .update();
        if (changed == 0) {
            database.sql("insert into announcement (minutes_id, tenant_id, version, kept_at) values (?, ?, ?, ?)")
                    .params(id, tenant, announcement.version(), announcement.keptAt())
                    .update();
        }
        database.sql("delete from posting where minutes_id = ?").param(id).update();
        announcement.postings().stream().filter(Posting::isPosted).forEach(posting -> insert(id, tenant, posting));
    }

    private void insert(UUID minutes, UUID tenant, Posting posting) {
        database.sql("insert into posting (minutes_id, tenant_id, board_id, board_name, board_address, posted_on,"
                        + " posted_by, taken_down_on, taken_down_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(minutes)
                .param(tenant)
                .param(posting.board())
                .param(posting.name())
                .param(posting.address())
                .param(posting.postedOn())
                .param(posting.postedBy())
                .param(posting.takenDownOn())
                .param(posting.takenDownBy())
                .update();
    }
}
