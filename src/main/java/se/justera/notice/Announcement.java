package se.justera.notice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;

/**
 * How a protocol is announced. It is announced when it is posted on every board; the appeal time runs from the last
 * posting, and the notice stays up until it has ended (KL 8:12, 13:5; FinsamL 19 §).
 *
 * @param version counts every change to it; the ETag of the API
 * @param adjustedOn the day of the last person's signature
 * @param keptAt where the minutes are kept
 * @param latestPosting the second day after the adjustment
 * @param postings one per board
 * @param appealUntil the appeal's last day; null until the notice is posted on every board
 */
public record Announcement(
        MinutesView minutes,
        long version,
        LocalDate adjustedOn,
        String keptAt,
        LocalDate latestPosting,
        List<Posting> postings,
        @Nullable LocalDate appealUntil) {

    public Announcement {
        postings = List.copyOf(postings);
    }

    static Announcement of(
            MinutesView minutes, long version, String keptAt, List<Posting> postings, AppealTime appealTime) {
        LocalDate adjustedOn = Objects.requireNonNull(minutes.adjustedOn(), "adjusted minutes have a date");
        return new Announcement(
                minutes,
                version,
                adjustedOn,
                keptAt,
                appealTime.latestPosting(adjustedOn),
                postings,
                isEverywhere(postings) ? appealTime.lastDay(last(postings)) : null);
    }

    /** The matters that the minutes deal with, as a notice names them: "§§ 33–38, 40". */
    public String paragraphs() {
        return Paragraphs.of(minutes.draft());
    }

    /** Posted on every board there is; without a board there is none to be posted on. */
    public boolean isPosted() {
        return isEverywhere(postings);
    }

    public boolean isTakenDown() {
        return isPosted() && postings.stream().allMatch(Posting::isTakenDown);
    }

    /** The day from which the decisions cannot be appealed any more, unless somebody has. */
    public @Nullable LocalDate inForceFrom() {
        return appealUntil == null ? null : appealUntil.plusDays(1);
    }

    /** The law's latest day has passed, and some board is still without the notice. */
    public boolean isLate(LocalDate today) {
        return !isPosted() && today.isAfter(latestPosting);
    }

    /** The appeal time has ended, and the notice is still up. */
    public boolean isToBeTakenDown(LocalDate today) {
        return appealUntil != null && today.isAfter(appealUntil) && !isTakenDown();
    }

    /** The notice is posted on a board; a day that was wrong is put right by posting again, until it is taken down. */
    Announcement post(Vouched vouched, LocalDate today, AppealTime appealTime) {
        if (minutes.state() == MinutesState.FINAL || postings.stream().anyMatch(Posting::isTakenDown)) {
            throw new MinutesRefused.AlreadyDone("the announcement of these minutes");
        }
        LocalDate day = vouched.day();
        if (day.isBefore(adjustedOn) || day.isAfter(today)) {
            throw new MinutesRefused.Wanting("/postedOn", "a day from the adjustment until today");
        }
        return with(vouched.board(), posting -> posting.posted(day, voucher(vouched)), appealTime);
    }

    Announcement takeDown(Vouched vouched, LocalDate today, AppealTime appealTime) {
        if (minutes.state() != MinutesState.ANNOUNCED || appealUntil == null) {
            throw new MinutesRefused.WrongState(minutes.state(), "take the notice down");
        }
        LocalDate day = vouched.day();
        if (!day.isAfter(appealUntil) || day.isAfter(today)) {
            throw new MinutesRefused.Wanting("/takenDownOn", "a day after the appeal's last one, until today");
        }
        return with(vouched.board(), posting -> posting.takenDown(day, voucher(vouched)), appealTime);
    }

    private Announcement with(UUID board, UnaryOperator<Posting> change, AppealTime appealTime) {
        if (postings.stream().noneMatch(posting -> posting.board().equals(board))) {
            throw new MinutesRefused.Unknown("notice board");
        }
        List<Posting> changed = postings.stream()
                .map(posting -> posting.board().equals(board) ? change.apply(posting) : posting)
                .toList();
        return of(minutes, version + 1, keptAt, changed, appealTime);
    }

    private static String voucher(Vouched vouched) {
        String name = vouched.by().strip();
        if (name.isEmpty() || name.length() > 200) {
            throw new MinutesRefused.Wanting("/vouchedBy", "the name of who vouches for the day");
        }
        return name;
    }

    private static boolean isEverywhere(List<Posting> postings) {
        return !postings.isEmpty() && postings.stream().allMatch(Posting::isPosted);
    }

    /** With several boards the service counts from the last posting: a careful reading of KL 13:5. */
    private static LocalDate last(List<Posting> postings) {
        return postings.stream()
                .map(Posting::postedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("a notice that is up was posted"));
    }
}
