package se.justera.desk.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.justera.access.CurrentStaff;
import se.justera.access.Role;
import se.justera.desk.BoardIds;
import se.justera.desk.MinutesIds;
import se.justera.kernel.MinutesId;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.MinutesTitle;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeText;
import se.justera.notice.Posting;
import se.justera.notice.ProofOfNotice;
import se.justera.notice.Vouched;

/** The registrar's desk: what is to be announced, and the page on which each posting is recorded. */
@Controller
class NoticeDesk {

    private static final String PAGE = "desk/notice";

    private final Announcements announcements;
    private final NoticeText text;
    private final ProofOfNotice proofs;

    NoticeDesk(Announcements announcements, NoticeText text, ProofOfNotice proofs) {
        this.announcements = announcements;
        this.text = text;
        this.proofs = proofs;
    }

    /** A line of the list. */
    record Line(
            MinutesId id,
            String title,
            Announcement announcement,
            long postedOn,
            boolean late,
            boolean toBeTakenDown) {}

    @GetMapping("/desk/notices")
    ModelAndView list(CurrentStaff staff) {
        LocalDate today = announcements.today();
        return new ModelAndView("desk/notices")
                .addObject(
                        "lines",
                        announcements.open(staff.tenant()).stream()
                                .map(announcement -> line(announcement, today))
                                .toList());
    }

    private static Line line(Announcement announcement, LocalDate today) {
        return new Line(
                announcement.minutes().id(),
                MinutesTitle.of(announcement.minutes().draft()),
                announcement,
                announcement.postings().stream().filter(p -> p.isPosted()).count(),
                announcement.isLate(today),
                announcement.isToBeTakenDown(today));
    }

    @GetMapping("/desk/minutes/{id}/notice")
    ModelAndView show(CurrentStaff staff, @PathVariable String id) {
        return page(staff, MinutesIds.of(id), HttpStatus.OK);
    }

    @PostMapping("/desk/minutes/{id}/notice/posting")
    ModelAndView post(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long version,
            Typed typed,
            RedirectAttributes after) {
        MinutesId minutes = MinutesIds.of(id);
        return recorded(
                staff,
                minutes,
                typed,
                () -> announcements.post(staff.tenant(), staff.actor(), minutes, version, typed.vouched("/postedOn")),
                after);
    }

    @PostMapping("/desk/minutes/{id}/notice/removal")
    ModelAndView takeDown(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long version,
            Typed typed,
            RedirectAttributes after) {
        MinutesId minutes = MinutesIds.of(id);
        return recorded(
                staff,
                minutes,
                typed,
                () -> announcements.takeDown(
                        staff.tenant(), staff.actor(), minutes, version, typed.vouched("/takenDownOn")),
                after);
    }

    /** What somebody typed for one board; shown again if it cannot be. */
    record Typed(
            @Nullable String board,
            @Nullable String day,
            @Nullable String vouchedBy) {

        Vouched vouched(String at) {
            return new Vouched(BoardIds.of(board), day(at), Objects.requireNonNullElse(vouchedBy, ""));
        }

        private LocalDate day(String at) {
            try {
                return LocalDate.parse(Objects.requireNonNullElse(day, "").strip());
            } catch (DateTimeException e) {
                throw new MinutesRefused.Wanting(at, "a day such as 2026-03-14");
            }
        }
    }

    private ModelAndView recorded(
            CurrentStaff staff, MinutesId minutes, Typed typed, Runnable record, RedirectAttributes after) {
        try {
            record.run();
        } catch (MinutesRefused.Wanting wanting) {
            return page(staff, minutes, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("typed", typed)
                    .addObject("wanting", wanting.at().substring(1));
        }
        after.addFlashAttribute("done", "desk.notice.done");
        return new ModelAndView("redirect:/desk/minutes/" + minutes + "/notice");
    }

    private ModelAndView page(CurrentStaff staff, MinutesId id, HttpStatus status) {
        Announcement announcement = announcements.of(staff.tenant(), id);
        LocalDate today = announcements.today();
        return new ModelAndView(PAGE, status)
                .addAllObjects(Map.of(
                        "announcement", announcement,
                        "title", MinutesTitle.of(announcement.minutes().draft()),
                        "text", text.toPostOn(today, announcement),
                        "today", today,
                        "late", announcement.isLate(today),
                        "toBeTakenDown", announcement.isToBeTakenDown(today),
                        "voucher", lastVoucher(announcement),
                        "hasProof", proofs.of(announcement.minutes()).isPresent(),
                        "mayRecord", staff.is(Role.REGISTRAR)));
    }

    /** Who posts on one board mostly posts on the others. */
    private static String lastVoucher(Announcement announcement) {
        return announcement.postings().stream()
                .map(Posting::postedBy)
                .filter(Objects::nonNull)
                .reduce("", (one, other) -> other);
    }
}
