package se.justera.notice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notice on one board.
 *
 * @param board the board's id
 * @param name as the board was called when the notice was posted
 * @param address where the board is on the web, if it is
 * @param postedOn null while it is still to be posted
 * @param postedBy who vouches for the day it was posted
 * @param takenDownOn null while it is up
 * @param takenDownBy who vouches for the day it was taken down
 */
public record Posting(
        UUID board,
        String name,
        @Nullable String address,
        @Nullable LocalDate postedOn,
        @Nullable String postedBy,
        @Nullable LocalDate takenDownOn,
        @Nullable String takenDownBy) {

    static Posting due(NoticeBoard board) {
        return new Posting(board.id(), board.name(), board.address(), null, null, null, null);
    }

    Posting posted(LocalDate day, String voucher) {
        return new Posting(board, name, address, day, voucher, null, null);
    }

    Posting takenDown(LocalDate day, String voucher) {
        return new Posting(board, name, address, postedOn, postedBy, day, voucher);
    }

    public boolean isPosted() {
        return postedOn != null;
    }

    public boolean isTakenDown() {
        return takenDownOn != null;
    }
}
